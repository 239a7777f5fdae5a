-- The requests of one operation, for wrk: wrk -s requests.lua URL -- OPERATION SEED USERS_WITH_SETTINGS MORE_USERS TAKEN
-- Users are numbered as run seeds them: those with settings from 0 on, then more for creates and deletes, of whom TAKEN are done with.
-- All bodies of an operation are equally long, so its head is made once.

local settings = "/apiaccess/CC-Management/v1/openapp/agentsettings/"
local user = '"userId":"10gg%016d"'
local outbound = '"callType":"1","callerPresent":["12323","232232","12323","12323"],'
  .. '"callNumber":["12323","232343","233","232343"],"callNumberDefault":"23232323","callerPresentDefault":"1212121212"'

local with_settings, more, stride, head, body
taken = 0 -- global, because done reads it out of the thread

local function gcd(a, b)
  return b == 0 and a or gcd(b, a % b)
end

-- Each of the other users once, far from the one before: settings are made in no order of their keys.
local function next_user()
  local number = with_settings + taken * stride % more
  taken = taken + 1
  return number
end

local function any_user_with_settings()
  return math.random(0, with_settings - 1)
end

local operations = {
  create = {settings .. "create", function() return ("{" .. user .. "," .. outbound .. "}"):format(next_user()) end},
  update = {settings .. "update", function()
    local number = any_user_with_settings()
    return ('{"id":"15%017d",' .. user .. "," .. outbound .. "}"):format(number, number)
  end},
  query = {settings .. "query", function() return ("{" .. user .. "}"):format(any_user_with_settings()) end},
  delete = {settings .. "delete", function() return ("{" .. user .. "}"):format(next_user()) end},
  token = {"/apigovernance/api/oauth/tokenByAkSk", function()
    return '{"app_key":"demo-app","app_secret":"demo-app-secret-for-local-use-only"}'
  end},
}
operations.nginx = operations.create

local the_thread

function setup(thread)
  the_thread = thread
end

function init(args)
  local path
  path, body = unpack(operations[args[1]])
  math.randomseed(tonumber(args[2]))
  with_settings, more = tonumber(args[3]), tonumber(args[4])
  stride = math.floor(more * 0.618) + 1
  while gcd(stride, more) ~= 1 do
    stride = stride + 1
  end
  head = "POST " .. path .. " HTTP/1.1\r\nHost: " .. wrk.host .. "\r\nX-APP-Key: demo-app\r\n"
    .. "Content-Type: application/json\r\nContent-Length: " .. #body() .. "\r\n\r\n"
  taken = tonumber(args[5]) - 1 -- wrk asks for one request more before it begins, and doesn't send it
end

function request()
  return head .. body()
end

-- For run, in this order: answers, those other than 200, connection faults, microseconds, p50 and p99 in microseconds, users taken.
function done(summary, latency)
  local errors = summary.errors
  io.write(("RESULT %d %d %d %d %d %d %d\n"):format(
    summary.requests, errors.status, errors.connect + errors.read + errors.write + errors.timeout, summary.duration,
    latency:percentile(50), latency:percentile(99), the_thread:get("taken")))
end
