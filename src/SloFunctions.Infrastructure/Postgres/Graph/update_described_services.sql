UPDATE services s
SET metadata = n.metadata,
    criticality = n.criticality,
    team = n.team,
    tier = n.tier,
    service_type = n.service_type,
    published_sla = n.published_sla,
    discovered = false,
    updated_at = now()
FROM (
  SELECT k.id, k.metadata || g.metadata::jsonb AS metadata,
    coalesce(g.criticality, k.criticality::text) AS criticality,
    coalesce(g.team, k.team) AS team,
    coalesce(g.tier, k.tier) AS tier,
    coalesce(g.service_type, k.service_type::text) AS service_type,
    coalesce(g.published_sla::numeric(9,6), k.published_sla) AS published_sla
  FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::smallint[], $6::text[], $7::double precision[])
      AS g (service_id, metadata, criticality, team, tier, service_type, published_sla)
    JOIN services k ON k.service_id = g.service_id) n
WHERE s.id = n.id
  AND (s.discovered, s.metadata, s.criticality::text, s.team, s.tier, s.service_type::text, s.published_sla) IS DISTINCT FROM
    (false, n.metadata, n.criticality, n.team, n.tier, n.service_type, n.published_sla)
