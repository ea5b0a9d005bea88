//! Where a calendar may be asked for: on the open internet, never within.
//!
//! Whoever enters an address chooses whom our server talks to. So an address counts only if nothing
//! internal can be behind it: not this machine, not its network, not the cloud's metadata, in none
//! of the ways in which IPv6 can write an IPv4 address.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

/// IPv4 networks that are no part of the open internet (IANA's special-purpose registry), and those
/// that lead to others.
const NOT_OPEN_4: [(Ipv4Addr, u8); 17] = [
    (Ipv4Addr::new(0, 0, 0, 0), 8),
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    (Ipv4Addr::new(100, 64, 0, 0), 10),
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    // 169.254.169.254 is where clouds keep their machines' secrets.
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 0, 0, 0), 24),
    (Ipv4Addr::new(192, 0, 2, 0), 24),
    (Ipv4Addr::new(192, 31, 196, 0), 24),
    (Ipv4Addr::new(192, 52, 193, 0), 24),
    (Ipv4Addr::new(192, 88, 99, 0), 24),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
    (Ipv4Addr::new(192, 175, 48, 0), 24),
    (Ipv4Addr::new(198, 18, 0, 0), 15),
    (Ipv4Addr::new(198, 51, 100, 0), 24),
    (Ipv4Addr::new(203, 0, 113, 0), 24),
    // Multicast, reserved and broadcast.
    (Ipv4Addr::new(224, 0, 0, 0), 3),
];

/// Single addresses that look open and are a cloud's own: Azure's and Alibaba's metadata.
const METADATA_4: [Ipv4Addr; 2] = [
    Ipv4Addr::new(168, 63, 129, 16),
    Ipv4Addr::new(100, 100, 100, 200),
];

/// What of IPv6 is the open internet; whatever is not in here (loopback, link-local, unique local,
/// multicast, IPv4-compatible) is not.
const OPEN_6: (Ipv6Addr, u8) = (Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3);

/// What of it is not: special purposes and Teredo, documentation, 6to4.
const NOT_OPEN_6: [(Ipv6Addr, u8); 6] = [
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23),
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32),
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16),
    (Ipv6Addr::new(0x2620, 0x4f, 0x8000, 0, 0, 0, 0, 0), 48),
    (Ipv6Addr::new(0x3ffe, 0, 0, 0, 0, 0, 0, 0), 16),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20),
];

/// NAT64's well-known prefix: the last four bytes are an IPv4 address, which has to be open.
const NAT64: (Ipv6Addr, u8) = (Ipv6Addr::new(0x64, 0xff9b, 0, 0, 0, 0, 0, 0), 96);

/// Whether an address may be connected to: it is open, or in a network that the settings allow.
pub fn may_reach(address: IpAddr, allowed: &[IpNet]) -> bool {
    let plain = address.to_canonical();
    allowed.iter().any(|network| network.contains(&plain)) || is_open(plain)
}

/// Whether an address is one of the open internet.
pub fn is_open(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(address) => is_open_4(address),
        IpAddr::V6(address) => is_open_6(address),
    }
}

fn is_open_4(address: Ipv4Addr) -> bool {
    !METADATA_4.contains(&address) && !NOT_OPEN_4.iter().any(|net| in_4(address, *net))
}

fn is_open_6(address: Ipv6Addr) -> bool {
    if in_6(address, NAT64) {
        let [.., a, b, c, d] = address.octets();
        return is_open_4(Ipv4Addr::new(a, b, c, d));
    }
    in_6(address, OPEN_6) && !NOT_OPEN_6.iter().any(|net| in_6(address, *net))
}

fn in_4(address: Ipv4Addr, (network, bits): (Ipv4Addr, u8)) -> bool {
    Ipv4Net::new(network, bits).is_ok_and(|net| net.contains(&address))
}

fn in_6(address: Ipv6Addr, (network, bits): (Ipv6Addr, u8)) -> bool {
    Ipv6Net::new(network, bits).is_ok_and(|net| net.contains(&address))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_open_internet_is_reached() {
        for open in [
            "8.8.8.8",
            "1.1.1.1",
            "142.250.0.1",
            "172.32.0.1",
            "100.128.0.1",
            "192.0.1.1",
            "2606:4700::1111",
            "2a00:1450:4001::200e",
            "::ffff:8.8.8.8",
            "64:ff9b::808:808",
        ] {
            assert!(may_reach(open.parse().unwrap(), &[]), "{open}");
        }
        for inner in [
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "127.255.255.254",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.192",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.51.100.7",
            "203.0.113.9",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
            "168.63.129.16",
            "100.100.100.200",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::ffff:169.254.169.254",
            "::127.0.0.1",
            "::ffff:0:127.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b::a9fe:a9fe",
            "64:ff9b:1::7f00:1",
            "100::1",
            "fe80::1",
            "fec0::1",
            "fc00::1",
            "fd00:ec2::254",
            "ff02::1",
            "2001::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "3fff::1",
            "5f00::1",
            "2620:4f:8000::1",
        ] {
            assert!(!may_reach(inner.parse().unwrap(), &[]), "{inner}");
        }
        let own = ["127.0.0.0/8".parse().unwrap()];
        assert!(may_reach("127.0.0.1".parse().unwrap(), &own));
        assert!(may_reach("::ffff:127.0.0.1".parse().unwrap(), &own));
        assert!(!may_reach("10.0.0.1".parse().unwrap(), &own));
        assert!(!may_reach("::1".parse().unwrap(), &own));
    }
}
