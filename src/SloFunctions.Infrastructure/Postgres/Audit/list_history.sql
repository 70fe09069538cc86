-- One of three branches runs, and each reads along one index from where the page before ended: no filter is looked for by
-- reading what does not match.
SELECT e.id, e.sequence, e.action, e.actor, e.recommendation_id, e.recommendation_set_id, e.previous_slo, e.new_slo, e.selected_tier,
  e.rationale, e.modification_delta, e.details, e."timestamp", e.hash
FROM services s
  LEFT JOIN LATERAL (
    (SELECT l.*
     FROM slo_audit_log l
     WHERE $2::text IS NULL AND cardinality($3::text[]) = 0
       AND l.service_id = s.id AND (l."timestamp", l.sequence) < (coalesce($6::timestamptz, 'infinity'), coalesce($7::bigint, 9223372036854775807))
       AND l."timestamp" >= coalesce($4::timestamptz, '-infinity') AND l."timestamp" < coalesce($5::timestamptz, 'infinity')
     ORDER BY l."timestamp" DESC, l.sequence DESC
     LIMIT $8)
    UNION ALL
    (SELECT f.*
     FROM unnest($3::text[]) AS wanted (action)
       CROSS JOIN LATERAL (
         SELECT l.*
         FROM slo_audit_log l
         WHERE l.service_id = s.id AND l.action = wanted.action
           AND (l."timestamp", l.sequence) < (coalesce($6::timestamptz, 'infinity'), coalesce($7::bigint, 9223372036854775807))
           AND l."timestamp" >= coalesce($4::timestamptz, '-infinity') AND l."timestamp" < coalesce($5::timestamptz, 'infinity')
         ORDER BY l."timestamp" DESC, l.sequence DESC
         LIMIT $8) f
     WHERE $2::text IS NULL)
    UNION ALL
    (SELECT f.*
     FROM unnest($3::text[]) AS wanted (action)
       CROSS JOIN LATERAL (
         SELECT l.*
         FROM slo_audit_log l
         WHERE l.service_id = s.id AND l.actor = $2 AND l.action = wanted.action
           AND (l."timestamp", l.sequence) < (coalesce($6::timestamptz, 'infinity'), coalesce($7::bigint, 9223372036854775807))
           AND l."timestamp" >= coalesce($4::timestamptz, '-infinity') AND l."timestamp" < coalesce($5::timestamptz, 'infinity')
         ORDER BY l."timestamp" DESC, l.sequence DESC
         LIMIT $8) f
     WHERE $2::text IS NOT NULL)
    ORDER BY "timestamp" DESC, sequence DESC
    LIMIT $8) e ON true
WHERE s.service_id = $1
ORDER BY e."timestamp" DESC, e.sequence DESC
