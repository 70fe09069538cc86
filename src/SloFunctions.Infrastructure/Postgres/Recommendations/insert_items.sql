INSERT INTO slo_recommendations
  (id, recommendation_id, service_id, sli_type, tiers, explanation, data_quality,
   lookback_window_start, lookback_window_end, generated_at, expires_at, dependency_graph_snapshot_id,
   confidence, is_low_confidence, composite_bound, is_cold_start, data_completeness)
SELECT i.id, $5, $6, i.sli_type, i.tiers::jsonb, i.explanation::jsonb, $7::jsonb, $8, $9, $10, $11, $12::uuid,
  i.confidence, i.is_low_confidence, i.composite_bound, $16, $17
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $13::double precision[], $14::boolean[], $15::double precision[])
  AS i (id, sli_type, tiers, explanation, confidence, is_low_confidence, composite_bound)
