//! Makes the small closed vocabularies of the domain (stages, tracks, states): one enum each, with
//! one stable snake_case word per member that is the same in the database, the API and the pages.

/// A text that is none of a vocabulary's words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("must be one of {allowed}")]
pub struct UnknownWord {
    /// The words that would have been understood, for people.
    pub allowed: String,
}

/// Declares an enum whose members are words: `as_str`, `ALL`, `Display`, `FromStr`, serde.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$member_doc:meta])* $member:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$member_doc])* #[serde(rename = $word)] $member),+
        }

        impl $name {
            /// Every member, in the order of their declaration.
            pub const ALL: &[Self] = &[$(Self::$member),+];

            /// The stable word for this member.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$member => $word),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::domain::words::UnknownWord;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($word => Ok(Self::$member),)+
                    _ => Err($crate::domain::words::UnknownWord { allowed: [$($word),+].join(", ") }),
                }
            }
        }
    };
}

pub(crate) use words;
