-- purpose: keep what a document says of itself; of a source that was known, kind and origin stay as they are decided
-- parameters: source_id, name, kind, origin, publisher, author, published_on, language, category, summary, tags, front_matter, body, file, sha256, is_sample
merge into library.sources as s
using (select $source_id::bigint as source_id) as n
on s.source_id = n.source_id
when matched then update set
    name = $name,
    kind = case when s.kind = 'unknown' then $kind else s.kind end,
    publisher = coalesce($publisher, s.publisher),
    author = coalesce($author, s.author),
    published_on = coalesce($published_on, s.published_on),
    language = $language,
    category = $category,
    summary = $summary,
    tags = $tags,
    front_matter = $front_matter,
    body = $body,
    file = $file,
    sha256 = $sha256,
    imported_at = now(),
    rev = s.rev + 1
when not matched then insert (
    source_id, name, kind, origin, publisher, author, published_on, language, category, summary, tags, front_matter,
    body, file, sha256, imported_at, is_sample
) values (
    $source_id, $name, $kind, $origin, $publisher, $author, $published_on, $language, $category, $summary, $tags,
    $front_matter, $body, $file, $sha256, now(), $is_sample
)
