-- One digest for the ends of all chains: it differs as soon as one entry is missing, further or another.
SELECT count(*), coalesce(sum(sequence), 0)::bigint,
  encode(sha256(convert_to(coalesce(string_agg(concat_ws(' ', chain_id, sequence, encode(hash, 'hex')), E'\n' ORDER BY chain_id), ''), 'UTF8')), 'hex')
FROM slo.audit_heads
