UPDATE services s
SET metadata = s.metadata || n.metadata::jsonb,
    criticality = coalesce(n.criticality, s.criticality),
    team = coalesce(n.team, s.team),
    tier = coalesce(n.tier, s.tier),
    discovered = false,
    updated_at = now()
FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::smallint[]) AS n (service_id, metadata, criticality, team, tier)
WHERE s.service_id = n.service_id
  AND (s.discovered, s.metadata, s.criticality::text, s.team, s.tier) IS DISTINCT FROM
    (false, s.metadata || n.metadata::jsonb, coalesce(n.criticality, s.criticality::text), coalesce(n.team, s.team), coalesce(n.tier, s.tier))
