//! The poll that is under way in the demo, with the first answers.

use super::data::{DemoPoll, DemoTime, DemoVote};
use super::{AddedOffer, entered, titled};
use crate::app::access::Subject;
use crate::app::poll::{self, PollAsked, VoteAsked};
use crate::app::{App, Error};
use crate::domain::partnership::Partnership;
use crate::domain::person::Actor;
use crate::domain::poll::{AnswerInput, CandidateInput, PollInput, VoteInput};
use crate::domain::zone::Resolution;

/// Opens a poll and answers it.
pub(super) async fn add(
    app: &App,
    partnerships: &[Partnership],
    offers: &[AddedOffer],
    asked: DemoPoll,
) -> Result<(), Error> {
    let among = |one: &&Partnership| {
        one.cities.len() == asked.cities.len()
            && one
                .cities
                .iter()
                .all(|city| asked.cities.contains(&city.slug))
    };
    let partnership = partnerships.iter().find(among);
    let partnership = partnership.ok_or(Error::NotFound("partnership"))?;
    let offer = titled(offers, &asked.offer)?;

    let today = app.now().date_naive();
    let candidate = |time: &DemoTime| CandidateInput {
        local_start: time.start(today).map(entered),
        resolution: Some(Resolution::FoldFirst.to_string()),
        ..CandidateInput::default()
    };
    let input = PollAsked {
        partnership: partnership.id.to_string(),
        offer_id: offer.id.clone(),
        city: asked.guests,
        seats: 1,
        poll: PollInput {
            title: asked.title,
            note: asked.note,
            organization: asked.organization,
            deadline: None,
            candidates: asked.times.iter().map(candidate).collect(),
        },
    };
    let opened = poll::create(app, &Actor::System, input, None).await?;
    let subject = Subject::from(Actor::System);
    for vote in asked.votes {
        poll::vote(app, &subject, opened.poll.id, vote_of(vote), None).await?;
    }
    Ok(())
}

fn vote_of(vote: DemoVote) -> VoteAsked {
    let answers = (0..).zip(vote.answers);
    VoteAsked {
        voter: None,
        city: vote.city,
        vote: VoteInput {
            name: vote.name,
            locale: Some(vote.locale),
            answers: answers
                .map(|(candidate, answer)| AnswerInput { candidate, answer })
                .collect(),
            ..VoteInput::default()
        },
    }
}
