//! The line to a mail server.
//!
//! lettre opens lines too, but leaves Nagle's algorithm on. A message and the dot that ends it are
//! two writes, so the dot then waits for the server's delayed acknowledgement: 40 ms a letter. And it
//! keeps what it has read ahead when TLS begins, which [`Unproved`] leaves it nothing of.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use lettre::transport::smtp::client::{AsyncTokioStream, TlsParameters};
use rustls_pki_types::ServerName;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

/// How long connecting to one address of the server may take.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// How a line is protected, ready to be used.
pub(super) enum Protection {
    /// Not at all.
    Plain,
    /// By TLS that is asked for on an open line.
    StartTls(TlsParameters),
    /// By TLS from the first byte.
    Tls(Box<(TlsConnector, ServerName<'static>)>),
}

/// Connects to the first address of a server that answers.
pub(super) async fn open(
    server: (&str, u16),
    protection: &Protection,
) -> io::Result<Box<dyn AsyncTokioStream>> {
    let stream = connect(server).await?;
    stream.set_nodelay(true)?;
    Ok(match protection {
        Protection::Plain => Box::new(stream),
        Protection::StartTls(_) => Box::new(Unproved {
            stream,
            is_tls: false,
        }),
        Protection::Tls(tls) => {
            let (connector, name) = &**tls;
            Box::new(Wrapped(connector.connect(name.clone(), stream).await?))
        }
    })
}

async fn connect(server: (&str, u16)) -> io::Result<TcpStream> {
    let mut failure = io::Error::new(io::ErrorKind::NotFound, "the server's name has no address");
    for address in lookup_host(server).await? {
        match timeout(CONNECT_TIMEOUT, TcpStream::connect(address)).await {
            Ok(Ok(stream)) => return Ok(stream),
            Ok(Err(error)) => failure = error,
            Err(late) => failure = late.into(),
        }
    }
    Err(failure)
}

/// A line on which TLS is yet to begin.
///
/// Until then it gives a byte at a time, so that nothing is read beyond the answer to STARTTLS: what
/// somebody on the line adds to that would count as said within TLS (RFC 3207 6). It stays
/// where it is, and is no TLS.
#[derive(Debug)]
struct Unproved {
    stream: TcpStream,
    is_tls: bool,
}

/// How TLS begins (a handshake's record, RFC 8446 5.1), and no command of SMTP.
const HANDSHAKE: u8 = 22;

impl AsyncTokioStream for Unproved {
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        self.stream.peer_addr()
    }
}

impl AsyncRead for Unproved {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.is_tls {
            return Pin::new(&mut self.stream).poll_read(context, into);
        }
        let mut byte = [0];
        let mut one = ReadBuf::new(&mut byte);
        ready!(Pin::new(&mut self.stream).poll_read(context, &mut one))?;
        into.put_slice(one.filled());
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Unproved {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.is_tls |= bytes.first() == Some(&HANDSHAKE);
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

/// A line with TLS around it, in lettre's terms.
#[derive(Debug)]
struct Wrapped(TlsStream<TcpStream>);

impl AsyncTokioStream for Wrapped {
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        self.0.get_ref().0.peer_addr()
    }
}

impl AsyncRead for Wrapped {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_read(context, into)
    }
}

impl AsyncWrite for Wrapped {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(context)
    }
}
