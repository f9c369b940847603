-- purpose: phrases that discovery put forward and a person does not want to see again, folded as search texts are
create table library.hidden_phrases (
    topic_id bigint not null,
    phrase text not null,
    hidden_at timestamptz not null
);
