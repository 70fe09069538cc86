-- Each place of the list ($1) over days of its own, from $2 to $3.
SELECT w.place::integer, sum(d.hours)::integer, sum(d.good)::bigint, sum(d.total)::bigint
FROM unnest($1::text[], $2::timestamptz[], $3::timestamptz[]) WITH ORDINALITY AS w (service_id, first, last, place)
  JOIN services s ON s.service_id = w.service_id
  JOIN sli_daily_counts d ON d.service_id = s.id AND d.day >= w.first AND d.day < w.last
-- Implied by each one's own days, and said again so that other months are not looked at.
WHERE d.day >= $4 AND d.day < $5
GROUP BY w.place
