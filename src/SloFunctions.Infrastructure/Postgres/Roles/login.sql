-- Role commands take no parameters; settings of the transaction carry the values to the block that runs next.
SELECT set_config('slo.login_name', $1, true), set_config('slo.login_verifier', $2, true)
