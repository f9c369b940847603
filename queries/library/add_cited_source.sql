-- purpose: add a source that is only cited or named: nothing of it has been read
-- parameters: source_id, name, kind, origin, is_sample
insert into library.sources (source_id, name, kind, origin, tags, imported_at, is_sample)
values ($source_id, $name, $kind, $origin, [], now(), $is_sample)
