//! Whom we believe over TLS: the authorities that browsers know, and the installation's own beside them.
//!
//! A city hall's mail server often has a certificate of an authority that nobody outside knows.

use std::path::Path;
use std::sync::Arc;

use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::{self, PemObject as _};
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// Why a file of certificates cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum AuthoritiesError {
    /// It cannot be read, or is not PEM.
    #[error("cannot be read: {0}")]
    Pem(#[from] pem::Error),
    /// It holds none.
    #[error("holds no certificate in PEM")]
    Empty,
    /// One of them is none of an authority.
    #[error("holds a certificate that cannot be used: {0}")]
    Certificate(#[from] tokio_rustls::rustls::Error),
}

/// The authorities whose certificates are believed. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Authorities {
    roots: Arc<RootCertStore>,
    own: Vec<CertificateDer<'static>>,
}

impl Default for Authorities {
    /// Those that browsers know.
    fn default() -> Self {
        let roots = RootCertStore {
            roots: webpki_roots::TLS_SERVER_ROOTS.to_vec(),
        };
        Self {
            roots: roots.into(),
            own: Vec::new(),
        }
    }
}

impl Authorities {
    /// Those that browsers know and those of a file.
    ///
    /// # Errors
    /// Where it holds none, or something that is none.
    pub fn with_file(path: &Path) -> Result<Self, AuthoritiesError> {
        let own = CertificateDer::pem_file_iter(path)?.collect::<Result<Vec<_>, _>>()?;
        if own.is_empty() {
            return Err(AuthoritiesError::Empty);
        }
        let mut all = Self::default();
        let roots = Arc::make_mut(&mut all.roots);
        for certificate in &own {
            roots.add(certificate.clone())?;
        }
        Ok(Self { own, ..all })
    }

    /// The certificates that browsers do not know.
    pub fn own(&self) -> &[CertificateDer<'static>] {
        &self.own
    }

    /// What begins TLS with servers that these have certified.
    pub fn connector(&self) -> TlsConnector {
        let config = ClientConfig::builder()
            .with_root_certificates(self.roots.clone())
            .with_no_client_auth();
        TlsConnector::from(Arc::new(config))
    }
}
