//! The MIME message of a letter.
//!
//! `mixed(alternative(text, html, calendar), invite.ics)` as calendars want it (RFC 6047 and
//! CalConnect's iMIP best practices). Nothing in it is random: a second attempt is the same bytes.

use chrono::{DateTime, Utc};
use lettre::Address;
use lettre::message::header::{
    ContentTransferEncoding, ContentType, ContentTypeErr, Header, HeaderName, HeaderValue,
};
use lettre::message::{Attachment, Body, Mailbox as Named, Message, MultiPart, SinglePart};

use super::calendar::{Mailbox, Method};
use super::letters::{LetterContext, RenderError, Rendered, method_of, one_line, render};
use crate::domain::id::LetterId;
use crate::domain::letter::{Content, Letter};
use crate::domain::locale::{Locale, Localizer};

/// A message ready to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// The letter it is of.
    pub letter: LetterId,
    /// The envelope's sender.
    pub from: String,
    /// The envelope's only recipient.
    pub to: String,
    /// What it says.
    pub rendered: Rendered,
    /// The message as it goes over the wire (RFC 5322).
    pub raw: Vec<u8>,
}

/// A letter that cannot be made a message.
#[derive(Debug, thiserror::Error)]
pub enum ComposeError {
    /// It cannot be put in words.
    #[error(transparent)]
    Render(#[from] RenderError),
    /// One of its two addresses is none that mail can go to.
    #[error("the {0} address cannot be used")]
    Address(&'static str, #[source] lettre::address::AddressError),
    /// A body cannot be encoded.
    #[error("the calendar object cannot be encoded")]
    Encoding,
    /// A content type of ours is not well formed.
    #[error("a content type is not well formed")]
    ContentType(#[from] ContentTypeErr),
    /// The parts do not make a message.
    #[error("the message cannot be put together")]
    Message(#[from] lettre::error::Error),
}

/// Tells machines not to answer (RFC 3834 5).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// How the reader leaves the list that a letter belongs to, by their mail program (RFC 2369 3.2).
#[derive(Clone)]
struct ListUnsubscribe(String);

impl Header for ListUnsubscribe {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe")
    }

    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(text.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        // Written as it is: an encoded or folded address would be none.
        HeaderValue::dangerous_new_pre_encoded(Self::name(), self.0.clone(), self.0.clone())
    }
}

/// Says that one POST to that address is enough (RFC 8058 3.1).
#[derive(Clone)]
struct ListUnsubscribePost;

impl Header for ListUnsubscribePost {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe-Post")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "List-Unsubscribe=One-Click".to_owned())
    }
}

/// Makes the message of a letter.
///
/// # Errors
/// Where it cannot be done, now or ever: see [`ComposeError`].
pub fn compose(letter: &Letter, context: &LetterContext) -> Result<Outgoing, ComposeError> {
    let rendered = render(letter, context)?;
    let reader = &letter.recipient;
    let reader = Mailbox {
        name: reader.name.clone(),
        email: reader.email.clone(),
    };
    let from = named(&context.from, "sender's")?;
    let to = named(&reader, "recipient's")?;
    let domain = from.email.domain().to_owned();
    let mut builder = Message::builder()
        .from(from.clone())
        .reply_to(from.clone())
        .to(to.clone())
        .subject(rendered.subject.as_str())
        .date(letter.created_at.into())
        .message_id(Some(message_id(letter.id, &domain)))
        .header(AutoSubmitted);
    if let Content::Visit(visit) = &letter.content
        && let Some(first) = visit.in_reply_to
    {
        let first = message_id(first, &domain);
        builder = builder.in_reply_to(first.clone()).references(first);
    }
    if letter.kind.list().is_some() {
        let url = context
            .link_key
            .unsubscribe_url(&context.public_url, letter.id);
        builder = builder.header(ListUnsubscribe(format!("<{url}>")));
        // Mail programs post to nothing else (RFC 8058 3.1).
        if url.starts_with("https://") {
            builder = builder.header(ListUnsubscribePost);
        }
    }
    let message = builder.multipart(parts(letter, &rendered)?)?;
    Ok(Outgoing {
        letter: letter.id,
        from: from.email.to_string(),
        to: to.email.to_string(),
        raw: context.signed(message.formatted()),
        rendered,
    })
}

/// A message to see whether mail arrives: plain text, as from any letter's sender.
///
/// # Errors
/// Where one of the addresses cannot be used.
pub fn compose_test(
    id: LetterId,
    to: &str,
    now: DateTime<Utc>,
    context: &LetterContext,
) -> Result<Outgoing, ComposeError> {
    let words = Localizer::of(Locale::En);
    let rendered = Rendered {
        subject: words.text("letter-test-subject"),
        text: words.with("letter-test-text", "url", &context.public_url),
        html: String::new(),
        calendar: None,
    };
    let reader = Mailbox {
        name: String::new(),
        email: to.to_owned(),
    };
    let (from, to) = (
        named(&context.from, "sender's")?,
        named(&reader, "recipient's")?,
    );
    let message = Message::builder()
        .from(from.clone())
        .to(to.clone())
        .subject(rendered.subject.as_str())
        .date(now.into())
        .message_id(Some(message_id(id, from.email.domain())))
        .header(AutoSubmitted)
        .singlepart(SinglePart::plain(rendered.text.clone()))?;
    Ok(Outgoing {
        letter: id,
        from: from.email.to_string(),
        to: to.email.to_string(),
        raw: context.signed(message.formatted()),
        rendered,
    })
}

/// Reads `Name <address>` or a plain address; `None` where it is none that mail can come from.
pub fn parse_mailbox(text: &str) -> Option<Mailbox> {
    let named: Named = text.parse().ok()?;
    let name = named
        .name
        .map(|name| one_line(name.trim()))
        .unwrap_or_default();
    Some(Mailbox {
        name,
        email: named.email.to_string(),
    })
}

fn message_id(letter: LetterId, domain: &str) -> String {
    format!("<{letter}@{domain}>")
}

fn named(mailbox: &Mailbox, whose: &'static str) -> Result<Named, ComposeError> {
    let address: Address = mailbox
        .email
        .parse()
        .map_err(|error| ComposeError::Address(whose, error))?;
    let name = Some(one_line(&mailbox.name)).filter(|name| !name.trim().is_empty());
    Ok(Named::new(name, address))
}

fn parts(letter: &Letter, rendered: &Rendered) -> Result<MultiPart, ComposeError> {
    let text = SinglePart::plain(rendered.text.clone());
    let html = SinglePart::html(rendered.html.clone());
    let alternative = MultiPart::alternative()
        .boundary(boundary(letter, "alternative"))
        .singlepart(text)
        .singlepart(html);
    let Some(calendar) = &rendered.calendar else {
        return Ok(alternative);
    };

    let method = method_of(letter.kind).unwrap_or(Method::Publish);
    let inline = format!("text/calendar; method={}; charset=utf-8", method.as_str());
    // No Content-Disposition: with one, some clients show a file instead of an invitation.
    let inline = SinglePart::builder()
        .header(ContentType::parse(&inline)?)
        .body(base64(calendar)?);
    let attached = Attachment::new("invite.ics".to_owned()).body(
        base64(calendar)?,
        ContentType::parse("application/ics; name=\"invite.ics\"")?,
    );
    Ok(MultiPart::mixed()
        .boundary(boundary(letter, "mixed"))
        .multipart(alternative.singlepart(inline))
        .singlepart(attached))
}

/// A boundary that no encoded body can hold (RFC 2045 6.7), the same for every attempt.
fn boundary(letter: &Letter, of: &str) -> String {
    format!("=_{}_{of}", letter.id)
}

fn base64(calendar: &str) -> Result<Body, ComposeError> {
    Body::new_with_encoding(calendar.to_owned(), ContentTransferEncoding::Base64)
        .map_err(|_| ComposeError::Encoding)
}

#[cfg(test)]
mod tests;
