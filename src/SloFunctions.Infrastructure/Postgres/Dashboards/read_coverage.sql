SELECT team, criticality, services, discovered, with_slo, with_availability_slo, with_latency_slo, with_both_slos, accepted, modified, manual,
  with_recommendation, undecided_recommendations, with_telemetry
FROM dashboard_coverage
