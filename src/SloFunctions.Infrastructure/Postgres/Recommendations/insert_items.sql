INSERT INTO slo_recommendations
  (id, recommendation_id, service_id, sli_type, tiers, explanation, data_quality,
   lookback_window_start, lookback_window_end, generated_at, expires_at, dependency_graph_snapshot_id)
SELECT i.id, $5, $6, i.sli_type, i.tiers::jsonb, i.explanation::jsonb, $7::jsonb, $8, $9, $10, $11, $12::uuid
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) AS i (id, sli_type, tiers, explanation)
