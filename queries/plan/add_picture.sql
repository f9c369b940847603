-- purpose: keep an uploaded picture; the same bytes are kept once
-- parameters: picture_id, name, media_type, width, height, bytes, thumbnail
insert into plan.pictures (picture_id, name, media_type, width, height, bytes, thumbnail, added_at)
select $picture_id, $name, $media_type, $width, $height, $bytes, $thumbnail, now()
where not exists (select 1 from plan.pictures as p where p.picture_id = $picture_id)
