//! The tables, as Diesel sees them on both engines.
//!
//! Kept by hand beside `migrations/`; a test compares it with what both engines really have.
#![allow(
    missing_docs,
    reason = "the columns are explained at their domain types"
)]

diesel::table! {
    installation (id) {
        id -> Integer,
        epoch -> Text,
        secret_key -> Text,
        tzdb_version -> Text,
        created_at -> Timestamp,
        is_demo -> Bool,
        rights -> BigInt,
    }
}

diesel::table! {
    confirm_again (booking_id, city_id) {
        booking_id -> Text,
        city_id -> Text,
        asked_at -> Timestamp,
    }
}

diesel::table! {
    guest_clock (booking_id) {
        booking_id -> Text,
        offset_seconds -> Integer,
        tzdb_version -> Text,
    }
}

diesel::table! {
    city (id) {
        id -> Text,
        slug -> Text,
        name -> Text,
        native_name -> Text,
        country -> Text,
        zone -> Text,
        office_start_minute -> Integer,
        office_end_minute -> Integer,
        weekend -> Text,
        languages -> Text,
        version -> BigInt,
        created_at -> Timestamp,
        subdivision -> Text,
        own_days -> Text,
    }
}

diesel::table! {
    partnership (id) {
        id -> Text,
        stage -> Text,
        visibility -> Text,
        since -> Nullable<Integer>,
        version -> BigInt,
        created_at -> Timestamp,
        pilot_ends -> Nullable<Text>,
    }
}

diesel::table! {
    partnership_change (partnership_id, number) {
        partnership_id -> Text,
        number -> BigInt,
        kind -> Text,
        stage -> Text,
        outcome -> Nullable<Text>,
        pilot_ends -> Nullable<Text>,
        city_id -> Nullable<Text>,
        actor -> Text,
        why -> Text,
        at -> Timestamp,
    }
}

diesel::table! {
    partnership_reminder (partnership_id, month) {
        partnership_id -> Text,
        month -> Text,
        written_at -> Timestamp,
    }
}

diesel::table! {
    attendance (booking_id) {
        booking_id -> Text,
        headcount -> Nullable<Integer>,
        people -> Text,
        actor -> Text,
        marked_at -> Timestamp,
    }
}

diesel::table! {
    visit_outcome (booking_id, side) {
        booking_id -> Text,
        side -> Text,
        text -> Text,
        locale -> Text,
        offered -> Bool,
        public -> Bool,
        version -> BigInt,
        actor -> Text,
        written_at -> Timestamp,
    }
}

diesel::table! {
    partnership_city (partnership_id, city_id) {
        partnership_id -> Text,
        city_id -> Text,
        position -> Integer,
        agreed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    host (id) {
        id -> Text,
        city_id -> Text,
        name -> Text,
        kind -> Text,
        track -> Text,
        slot_changes -> BigInt,
        created_at -> Timestamp,
    }
}

diesel::table! {
    offer (id) {
        id -> Text,
        host_id -> Text,
        title -> Text,
        description -> Text,
        topics -> Text,
        languages -> Text,
        duration_minutes -> Integer,
        capacity -> Integer,
        visibility -> Text,
        overlap_allowed -> Bool,
        meeting_url -> Nullable<Text>,
        created_at -> Timestamp,
        policy -> Text,
    }
}

diesel::table! {
    slot (id) {
        id -> Text,
        offer_id -> Text,
        host_id -> Text,
        local_start -> Timestamp,
        zone -> Text,
        duration_minutes -> Integer,
        starts_at -> Timestamp,
        ends_at -> Timestamp,
        offset_seconds -> Integer,
        resolution -> Text,
        tzdb_version -> Text,
        capacity -> Integer,
        seats_taken -> Integer,
        state -> Text,
        version -> BigInt,
        created_at -> Timestamp,
        seats_held -> Integer,
        waiting -> Integer,
        waited -> BigInt,
        busy -> Bool,
    }
}

diesel::table! {
    availability (offer_id) {
        offer_id -> Text,
        rules -> Text,
        version -> BigInt,
        edited_at -> Timestamp,
    }
}

diesel::table! {
    generated_slot (slot_id) {
        slot_id -> Text,
        offer_id -> Text,
        made_for -> Text,
        withdrawn -> Bool,
    }
}

diesel::table! {
    booking (id) {
        id -> Text,
        slot_id -> Text,
        city_id -> Text,
        partnership_id -> Nullable<Text>,
        organization -> Text,
        seats -> Integer,
        note -> Text,
        status -> Text,
        sequence -> Integer,
        cancel_reason -> Nullable<Text>,
        created_at -> Timestamp,
        version -> BigInt,
        group_size -> Integer,
        details -> Text,
        respond_by -> Nullable<Timestamp>,
        host_approved -> Bool,
        guest_approved -> Bool,
    }
}

diesel::table! {
    waiting (id) {
        id -> Text,
        slot_id -> Text,
        place -> BigInt,
        city_id -> Text,
        organization -> Text,
        name -> Text,
        email -> Text,
        locale -> Text,
        zone -> Text,
        seats -> Integer,
        state -> Text,
        offered_until -> Nullable<Timestamp>,
        created_at -> Timestamp,
    }
}

diesel::table! {
    hold (token_hash) {
        token_hash -> Text,
        slot_id -> Text,
        seats -> Integer,
        session -> Text,
        address -> Text,
        waiting_id -> Nullable<Text>,
        expires_at -> Timestamp,
        renewable_until -> Timestamp,
        created_at -> Timestamp,
    }
}

diesel::table! {
    attendee (id) {
        id -> Text,
        booking_id -> Text,
        position -> Integer,
        part -> Text,
        name -> Text,
        email -> Text,
        locale -> Text,
        zone -> Text,
    }
}

diesel::table! {
    meeting_room (slot_id) {
        slot_id -> Text,
        given -> Nullable<Text>,
        made -> Nullable<Text>,
    }
}

diesel::table! {
    series (id) {
        id -> Text,
        offer_id -> Text,
        city_id -> Text,
        partnership_id -> Nullable<Text>,
        cities -> Text,
        organization -> Text,
        zone -> Text,
        rule -> Text,
        start_date -> Text,
        plan -> Text,
        status -> Text,
        predecessor -> Nullable<Text>,
        version -> BigInt,
        created_at -> Timestamp,
    }
}

diesel::table! {
    series_occurrence (series_id, original_start) {
        series_id -> Text,
        original_start -> Timestamp,
        state -> Text,
        slot_id -> Nullable<Text>,
        booking_id -> Nullable<Text>,
    }
}

diesel::table! {
    person (id) {
        id -> Text,
        email -> Text,
        email_key -> Text,
        name -> Text,
        locale -> Text,
        zone -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    person_role (person_id, kind, scope) {
        person_id -> Text,
        kind -> Text,
        scope -> Text,
        city_id -> Nullable<Text>,
        host_id -> Nullable<Text>,
    }
}

diesel::table! {
    sign_in_link (id) {
        id -> Text,
        person_id -> Text,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
        created_at -> Timestamp,
    }
}

diesel::table! {
    session (token_hash) {
        token_hash -> Text,
        person_id -> Text,
        expires_at -> Timestamp,
        created_at -> Timestamp,
    }
}

diesel::table! {
    api_token (token_hash) {
        token_hash -> Text,
        person_id -> Text,
        label -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    idempotency_key (scope, key) {
        scope -> Text,
        key -> Text,
        body_hash -> Text,
        outcome -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    topic_head (topic) {
        topic -> Text,
        head -> BigInt,
    }
}

diesel::table! {
    event (topic, seq) {
        topic -> Text,
        seq -> BigInt,
        kind -> Text,
        data -> Text,
        at -> Timestamp,
        actor -> Text,
    }
}

diesel::table! {
    feed (kind, owner) {
        kind -> Text,
        owner -> Text,
        generation -> BigInt,
    }
}

diesel::table! {
    host_calendar (host_id) {
        host_id -> Text,
        sealed -> Text,
        server -> Text,
        etag -> Nullable<Text>,
        last_modified -> Nullable<Text>,
        read_with -> Text,
        known_until -> Nullable<Timestamp>,
        due_at -> Timestamp,
        claim -> Nullable<Text>,
        lease_until -> Nullable<Timestamp>,
        failures -> Integer,
        fault -> Nullable<Text>,
        asked_at -> Nullable<Timestamp>,
        checked_at -> Nullable<Timestamp>,
        succeeded_at -> Nullable<Timestamp>,
        skipped -> Integer,
        created_at -> Timestamp,
    }
}

diesel::table! {
    busy_time (host_id, starts_at) {
        host_id -> Text,
        starts_at -> Timestamp,
        ends_at -> Timestamp,
    }
}

diesel::table! {
    busy_clash (slot_id) {
        slot_id -> Text,
        host_id -> Text,
        found_at -> Timestamp,
        seen_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    letter (id) {
        id -> Text,
        kind -> Text,
        recipient_name -> Text,
        recipient_email -> Text,
        locale -> Text,
        zone -> Text,
        booking_id -> Nullable<Text>,
        revision -> Integer,
        content -> Text,
        state -> Text,
        attempts -> Integer,
        due_at -> Timestamp,
        claim -> Nullable<Text>,
        lease_until -> Nullable<Timestamp>,
        last_error -> Nullable<Text>,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        sent_at -> Nullable<Timestamp>,
        domain -> Text,
        withdrawn -> Bool,
        minutes_before -> Integer,
        answers_of -> Nullable<Text>,
    }
}

diesel::table! {
    reminder (booking_id, starts_at, minutes_before) {
        booking_id -> Text,
        starts_at -> Timestamp,
        minutes_before -> Integer,
    }
}

diesel::table! {
    unsubscribed (list, email_key, about) {
        list -> Text,
        email_key -> Text,
        about -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    mail_domain (domain) {
        domain -> Text,
        next_at -> Timestamp,
    }
}

diesel::table! {
    attendee_answer (attendee_id) {
        attendee_id -> Text,
        answer -> Text,
        answered_at -> Nullable<Timestamp>,
        source -> Nullable<Text>,
        note -> Text,
        sequence -> Integer,
        stamp -> Nullable<Timestamp>,
    }
}

diesel::table! {
    failing_address (email_key, booking_id) {
        email_key -> Text,
        booking_id -> Text,
        status -> Text,
        since -> Timestamp,
    }
}

diesel::table! {
    poll (id) {
        id -> Text,
        partnership_id -> Text,
        offer_id -> Text,
        city_id -> Text,
        title -> Text,
        note -> Text,
        organization -> Text,
        seats -> Integer,
        state -> Text,
        deadline -> Timestamp,
        chosen -> Nullable<Integer>,
        booking_id -> Nullable<Text>,
        voters -> Integer,
        version -> BigInt,
        created_at -> Timestamp,
    }
}

diesel::table! {
    poll_candidate (poll_id, position) {
        poll_id -> Text,
        position -> Integer,
        starts_at -> Timestamp,
    }
}

diesel::table! {
    poll_vote (id) {
        id -> Text,
        poll_id -> Text,
        city_id -> Text,
        name -> Text,
        email -> Nullable<Text>,
        locale -> Text,
        zone -> Text,
        answers -> Text,
        created_at -> Timestamp,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    api_token,
    attendance,
    attendee,
    attendee_answer,
    availability,
    booking,
    busy_clash,
    busy_time,
    city,
    confirm_again,
    event,
    failing_address,
    feed,
    generated_slot,
    guest_clock,
    hold,
    host,
    host_calendar,
    idempotency_key,
    installation,
    letter,
    mail_domain,
    meeting_room,
    offer,
    partnership,
    partnership_change,
    partnership_city,
    partnership_reminder,
    person,
    person_role,
    reminder,
    poll,
    poll_candidate,
    poll_vote,
    series,
    series_occurrence,
    session,
    sign_in_link,
    slot,
    topic_head,
    visit_outcome,
    unsubscribed,
    waiting,
);
diesel::joinable!(partnership_city -> partnership (partnership_id));
diesel::joinable!(partnership_city -> city (city_id));
diesel::joinable!(partnership_change -> partnership (partnership_id));
diesel::joinable!(attendance -> booking (booking_id));
diesel::joinable!(visit_outcome -> booking (booking_id));
diesel::joinable!(host -> city (city_id));
diesel::joinable!(offer -> host (host_id));
diesel::joinable!(slot -> offer (offer_id));
diesel::joinable!(availability -> offer (offer_id));
diesel::joinable!(generated_slot -> slot (slot_id));
diesel::joinable!(booking -> slot (slot_id));
diesel::joinable!(booking -> city (city_id));
diesel::joinable!(guest_clock -> booking (booking_id));
diesel::joinable!(series_occurrence -> series (series_id));
diesel::joinable!(series_occurrence -> slot (slot_id));
diesel::joinable!(series_occurrence -> booking (booking_id));
diesel::joinable!(attendee -> booking (booking_id));
diesel::joinable!(reminder -> booking (booking_id));
diesel::joinable!(attendee_answer -> attendee (attendee_id));
diesel::joinable!(waiting -> slot (slot_id));
diesel::joinable!(hold -> slot (slot_id));
diesel::joinable!(host_calendar -> host (host_id));
diesel::joinable!(busy_time -> host (host_id));
diesel::joinable!(busy_clash -> slot (slot_id));
diesel::joinable!(busy_clash -> host (host_id));
diesel::joinable!(meeting_room -> slot (slot_id));
diesel::joinable!(person_role -> person (person_id));
diesel::joinable!(sign_in_link -> person (person_id));
diesel::joinable!(session -> person (person_id));
diesel::joinable!(api_token -> person (person_id));
