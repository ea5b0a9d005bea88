//! A browser without JavaScript: keeps cookies, does not follow redirects by itself, and sends
//! forms with the hidden fields that they were drawn with.

use reqwest::redirect::Policy;
use reqwest::{Client, Response};
use sisterline::app::{links::LinkKey, outbox, person};
use sisterline::domain::letter::Content;

use crate::support::TestApp;

pub struct Browser<'a> {
    pub app: &'a TestApp,
    http: Client,
}

/// A page or a redirect.
pub struct Page {
    pub status: u16,
    pub location: String,
    pub cookie: String,
    pub policy: String,
    pub text: String,
}

impl Page {
    async fn of(response: Response) -> Self {
        let header = |name| {
            let value = response.headers().get(name);
            value
                .and_then(|v| v.to_str().ok())
                .unwrap_or_default()
                .to_owned()
        };
        Self {
            status: response.status().as_u16(),
            location: header("location"),
            cookie: header("set-cookie"),
            policy: header("content-security-policy"),
            text: response.text().await.unwrap(),
        }
    }

    #[track_caller]
    pub fn assert_has(&self, words: &str) {
        assert!(self.text.contains(words), "no {words:?} in {}", self.text);
    }

    #[track_caller]
    pub fn assert_lacks(&self, words: &str) {
        assert!(!self.text.contains(words), "{words:?} in {}", self.text);
    }

    /// The value of the first hidden field of this name after the form's action.
    pub fn hidden(&self, action: &str, name: &str) -> String {
        let at = self.text.find(&format!("action=\"{action}")).expect(action);
        let form = &self.text[at..];
        let form = &form[..form.find("</form>").unwrap()];
        let needle = format!("name=\"{name}\" value=\"");
        let value = form.split(&needle).nth(1).unwrap_or_default();
        value.split('"').next().unwrap_or_default().to_owned()
    }

    /// The error that stands at a field, given its element's id.
    pub fn error_at(&self, id: &str) -> String {
        let needle = format!("id=\"{id}-error\"");
        let at = self.text.split(&needle).nth(1).unwrap_or_default();
        let words = at.split("<span>").nth(1).unwrap_or_default();
        words.split("</span>").next().unwrap_or_default().to_owned()
    }
}

impl<'a> Browser<'a> {
    pub fn guest(app: &'a TestApp) -> Self {
        let http = Client::builder()
            .cookie_store(true)
            .redirect(Policy::none());
        Self {
            app,
            http: http.build().unwrap(),
        }
    }

    /// Somebody with a role, signed in by a link as it would be mailed.
    pub async fn signed_in(app: &'a TestApp, email: &str) -> Self {
        let browser = Self::guest(app);
        let token = browser.link_for(email).await;
        let page = browser.get(&format!("/sign-in/{token}")).await;
        let csrf = page.hidden("/sign-in/link", "csrf");
        let sent = [("csrf", csrf.as_str()), ("token", &token)];
        assert_eq!(browser.post("/sign-in/link", &sent).await.status, 303);
        browser
    }

    /// The token in the newest link that was mailed to somebody, after asking for one.
    pub async fn link_for(&self, email: &str) -> String {
        // Letters of the same moment are in no order.
        self.app.clock.advance(chrono::Duration::milliseconds(1));
        person::request_link(&self.app.server.app, email)
            .await
            .unwrap();
        self.newest_link(email).await.unwrap()
    }

    pub async fn newest_link(&self, email: &str) -> Option<String> {
        let app = &self.app.server.app;
        let key: &LinkKey = &app.link_key;
        let letters = outbox::newest(app, 50).await.unwrap();
        letters
            .iter()
            .find_map(|stored| match stored.letter.content {
                Content::SignIn { link, .. } if stored.letter.recipient.email == email => {
                    Some(key.sign_in_token(link))
                }
                _ => None,
            })
    }

    pub async fn get(&self, path: &str) -> Page {
        Page::of(self.http.get(self.app.url(path)).send().await.unwrap()).await
    }

    pub async fn post(&self, path: &str, form: &[(&str, &str)]) -> Page {
        Page::of(
            self.http
                .post(self.app.url(path))
                .form(form)
                .send()
                .await
                .unwrap(),
        )
        .await
    }

    /// Sends a body as it is.
    pub async fn post_raw(&self, path: &str, content_type: &str, body: String) -> Page {
        let request = self.http.post(self.app.url(path));
        let request = request.header("content-type", content_type).body(body);
        Page::of(request.send().await.unwrap()).await
    }

    /// Opens the console and sends one of its forms.
    pub async fn send(&self, path: &str, form: &[(&str, &str)]) -> Page {
        let console = self.get("/console").await;
        self.send_from(&console, path, form).await
    }

    /// Sends a form of a page that is open.
    pub async fn send_from(&self, page: &Page, path: &str, form: &[(&str, &str)]) -> Page {
        let csrf = page.hidden(path, "csrf");
        let key = page.hidden(path, "idempotency_key");
        let mut sent = vec![("csrf", csrf.as_str()), ("idempotency_key", key.as_str())];
        sent.extend_from_slice(form);
        self.post(path, &sent).await
    }
}
