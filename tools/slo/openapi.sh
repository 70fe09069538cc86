# shellcheck shell=bash

# The document is made of the built functions, and then built into them.
run_openapi() {
  (($# == 0)) || die 'usage: ./slo openapi'
  need_dotnet
  begin_run
  step 'Build the generator' build_all Debug src/SloFunctions.OpenApi
  step 'Write docs/openapi.json' dotnet artifacts/bin/SloFunctions.OpenApi/debug/SloFunctions.OpenApi.dll docs/openapi.json
  step 'Write the client of Backstage' node tools/backstage-client/generate.mjs
}
