-- purpose: note an address under which a source was met, once
-- parameters: source_id, url, canonical
insert into library.source_urls
select
    $url as url,
    $source_id as source_id,
    $canonical as canonical
where not exists (select 1 from library.source_urls as u where u.url = $url and u.source_id = $source_id)
