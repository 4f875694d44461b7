-- For wrk, a generator that takes a tenth of a core where Load.java takes half of one: one answer that is kept, asked for
-- again and again.
--   wrk -t1 -c16 -d15 --latency -s bench/query.lua http://127.0.0.1:8080/v1/query -- .asktrail/run/owner.token
function init(args)
  local file = assert(io.open(args[1]))
  wrk.method = "POST"
  wrk.body = '{"metrics":["spend"],"time":{"start":"2025-10-01","end":"2025-10-31"}}'
  wrk.headers["Content-Type"] = "application/json"
  wrk.headers["Authorization"] = "Bearer " .. file:read("*l")
  file:close()
end
