//! Form fields as templates draw them: label, hint, value, error. What is valid is decided elsewhere;
//! a field only carries back what was typed and what was said against it.

use crate::domain::locale::Localizer;

/// What kind of control a field is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Control {
    /// `<input>` of the given type.
    Input(&'static str),
    /// `<textarea>`.
    Text,
    /// `<select>`.
    Select,
    /// A group of check boxes.
    Checks,
    /// A group of radio buttons.
    Radios,
}

/// One thing to choose.
#[derive(Debug, Clone)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// A second line under it, in radio buttons only; may be empty.
    pub detail: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// Choices under one heading.
#[derive(Debug, Clone)]
pub struct ChoiceGroup {
    /// Heading; empty for choices without one.
    pub label: String,
    /// The choices.
    pub choices: Vec<Choice>,
}

/// A labelled control with what was typed into it and what was wrong with it.
#[derive(Debug, Clone)]
pub struct Field {
    /// The element's id, unique on the page; errors and hints derive theirs from it.
    pub id: String,
    /// The name that is posted.
    pub name: String,
    /// Label in the reader's language.
    pub label: String,
    /// Help below the label; may be empty.
    pub hint: String,
    /// What kind of control it is.
    pub control: Control,
    /// The value typed so far; unused where there are choices.
    pub value: String,
    /// For selects, check boxes and radio buttons.
    pub groups: Vec<ChoiceGroup>,
    /// What is wrong with the value.
    pub error: Option<String>,
    /// Whether it must be filled in.
    pub required: bool,
    /// Token of the HTML `autocomplete` attribute; empty leaves it out.
    pub autocomplete: &'static str,
    /// Longest value in characters; 0 leaves it open.
    pub max_length: u32,
    /// Smallest value of a number or date; empty leaves it open.
    pub min: String,
    /// Largest value of a number or date; empty leaves it open.
    pub max: String,
}

impl Field {
    /// An empty, required field. The label is the message `field-NAME`.
    pub fn new(l: &Localizer, name: &str, control: Control) -> Self {
        Self {
            id: format!("f-{name}"),
            name: name.to_owned(),
            label: l.text(&format!("field-{}", name.replace('_', "-"))),
            hint: String::new(),
            control,
            value: String::new(),
            groups: Vec::new(),
            error: None,
            required: true,
            autocomplete: "",
            max_length: 0,
            min: String::new(),
            max: String::new(),
        }
    }

    /// A select, check boxes or radio buttons over one group without a heading.
    pub fn choosing(l: &Localizer, name: &str, control: Control, choices: Vec<Choice>) -> Self {
        let groups = vec![ChoiceGroup {
            label: String::new(),
            choices,
        }];
        Self {
            groups,
            ..Self::new(l, name, control)
        }
    }

    /// Distinguishes fields of one name in several forms of a page.
    pub fn within(mut self, form: &str) -> Self {
        self.id = format!("f-{form}-{}", self.name);
        self
    }

    /// With the value typed so far.
    pub fn value(mut self, value: &str) -> Self {
        value.clone_into(&mut self.value);
        self
    }

    /// With help below the label.
    pub fn hint(mut self, hint: String) -> Self {
        self.hint = hint;
        self
    }

    /// May be left empty.
    pub fn optional(mut self) -> Self {
        self.required = false;
        self
    }

    /// With the token of the HTML `autocomplete` attribute.
    pub fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = token;
        self
    }

    /// At most so many characters.
    pub fn at_most(mut self, characters: u32) -> Self {
        self.max_length = characters;
        self
    }

    /// Between two values, for numbers and dates.
    pub fn between(mut self, min: &str, max: &str) -> Self {
        min.clone_into(&mut self.min);
        max.clone_into(&mut self.max);
        self
    }

    /// With what is wrong with the value.
    pub fn error(mut self, error: Option<String>) -> Self {
        self.error = error;
        self
    }

    /// The ids that describe the control, for `aria-describedby`; empty if there are none.
    pub fn described_by(&self) -> String {
        let hint = (!self.hint.is_empty()).then(|| format!("{}-hint", self.id));
        let error = self.error.is_some().then(|| format!("{}-error", self.id));
        hint.into_iter().chain(error).collect::<Vec<_>>().join(" ")
    }

    /// The type of an `<input>`.
    pub fn input_type(&self) -> &'static str {
        match self.control {
            Control::Input(kind) => kind,
            _ => "text",
        }
    }

    /// Whether it is a `<select>`.
    pub fn is_select(&self) -> bool {
        self.control == Control::Select
    }

    /// Whether it is a `<textarea>`.
    pub fn is_text(&self) -> bool {
        self.control == Control::Text
    }

    /// Whether one of several radio buttons is chosen.
    pub fn is_radios(&self) -> bool {
        self.control == Control::Radios
    }

    /// Whether it is a group of controls, which is labelled by a legend.
    pub fn is_group(&self) -> bool {
        matches!(self.control, Control::Checks | Control::Radios)
    }
}

/// The fields of a form that were wrong, in the form's order, for the summary at its top.
pub fn faults<'a>(fields: impl IntoIterator<Item = &'a Field>) -> Vec<&'a Field> {
    fields
        .into_iter()
        .filter(|field| field.error.is_some())
        .collect()
}
