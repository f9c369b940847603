-- purpose: take an angle's terms away before they are written anew
-- parameters: angle_id
delete from library.angle_terms where angle_id = $angle_id
