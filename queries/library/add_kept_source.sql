-- purpose: add a source as a plan file knows it, without what was read of it
-- parameters: source_id, name, kind, origin, reports_on, publisher, author, published_on, language
insert into library.sources (
    source_id, name, kind, origin, reports_on, publisher, author, published_on, language, tags, imported_at, is_sample
)
values (
    $source_id, $name, $kind, $origin, $reports_on, $publisher, $author, $published_on, $language, [], now(), false
)
