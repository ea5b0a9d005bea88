#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Locale {
    En,
    ZhTw,
}
impl Locale {
    pub fn tag(self) -> &'static str {
        "en"
    }
    pub fn negotiate(s: &str) -> Locale {
        if s.starts_with("zh") {
            Locale::ZhTw
        } else {
            Locale::En
        }
    }
}
#[derive(Debug, thiserror::Error)]
#[error("x")]
pub struct Unk;
impl std::str::FromStr for Locale {
    type Err = Unk;
    fn from_str(_: &str) -> Result<Self, Unk> {
        Ok(Locale::En)
    }
}
