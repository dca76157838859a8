//! The provider files that come with the project, one for each kind of provider that a Danish authority meets.

use strum::EnumIter;

use super::{Client, ProviderSettings, Secret, client::ClientAuthentication, file::ProviderFile};

/// A kind of provider.
#[derive(Clone, Copy, PartialEq, Eq, Debug, EnumIter)]
pub enum Broker {
    /// Signaturgruppen Broker, also known as Nets eID Broker.
    Nets,
    /// Idura, formerly Criipto.
    Idura,
    /// `FoxIDs` in front of NemLog-in.
    FoxIds,
    /// A provider that knows nothing beyond OpenID Connect, and takes no pushed requests.
    Generic,
}

impl Broker {
    /// The provider file as it comes with the project, still without a client.
    #[must_use]
    pub fn file(self) -> &'static str {
        match self {
            Self::Nets => include_str!("../../../providers/nets.toml"),
            Self::Idura => include_str!("../../../providers/idura.toml"),
            Self::FoxIds => include_str!("../../../providers/foxids.toml"),
            Self::Generic => include_str!("../../../providers/generic.toml"),
        }
    }

    /// The settings of the file for a provider at this address and the client that it knows.
    #[must_use]
    #[expect(clippy::missing_panics_doc, reason = "a test reads every file")]
    pub fn settings(self, issuer: &str, client: Client) -> ProviderSettings {
        let mut file = ProviderFile::parse(self.file()).expect("the files that come with the project are right");
        issuer.clone_into(&mut file.issuer);
        file.for_client(client)
    }
}

impl ProviderSettings {
    /// Settings for `MitID` Erhverv through the Nets broker, and for the stand-in provider that is shaped after it.
    #[must_use]
    pub fn nets(issuer: &str, client_id: &str, secret: Secret) -> Self {
        let authentication = ClientAuthentication::SecretBasic(secret);
        Broker::Nets.settings(issuer, Client { id: client_id.to_owned(), authentication })
    }
}
