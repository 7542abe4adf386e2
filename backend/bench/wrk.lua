-- Asks for one address after another of those in KEYS; each thread and each connection's turn draws another.
local method, path, body, step = os.getenv('METHOD'), os.getenv('ADDRESS'), os.getenv('BODY'), os.getenv('STEP')
local first, count = tonumber(os.getenv('FIRST')), tonumber(os.getenv('COUNT'))
local tokens = {}
for token in (os.getenv('TOKENS') or ''):gmatch('%S+') do tokens[#tokens + 1] = token end
local threads = 0

function setup(thread)
  thread:set('number', threads)
  threads = threads + 1
end

function init()
  math.randomseed(4711 + number)
  turn = number - 2
end

function request()
  turn = turn + 2
  local draw = step == 'one' and turn % count or math.random(0, count - 1)
  local key = string.format('%07d', first + draw * (step == 'one' and 1 or tonumber(step)))
  local headers = { ['Content-Type'] = 'application/json' }
  if #tokens > 0 then headers.Authorization = 'Bearer ' .. tokens[turn % #tokens + 1] end
  return wrk.format(method, (path:gsub('KEY', key)), headers, body ~= '' and body or nil)
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format('{"requests":%d,"us":%d,"bytes":%d,"p50":%d,"p90":%d,"p99":%d,"max":%d,"errors":%d,"refused":%d}\n',
    summary.requests, summary.duration, summary.bytes, latency:percentile(50), latency:percentile(90), latency:percentile(99),
    latency.max, e.connect + e.read + e.write + e.timeout, e.status))
end
