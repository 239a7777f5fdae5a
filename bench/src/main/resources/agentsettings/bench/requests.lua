-- The requests of one operation, for wrk: wrk -s requests.lua URL -- OPERATION SEED FIRST COUNT STRIDE TAKEN any|next [TOKEN]
-- Users are numbered. The requests are for COUNT users from FIRST on: for random ones, or for each once, in strides, after the TAKEN
-- ones of earlier runs. All requests of an operation have the same length. The operation "mixed" is queries and 5 % updates.

local settings = "/apiaccess/CC-Management/v1/openapp/agentsettings/"
local user = '"userId":"10gg%016d"'
local outbound = '"callType":"1","callerPresent":["12323","232232","12323","12323"],'
  .. '"callNumber":["12323","232343","233","232343"],"callNumberDefault":"23232323","callerPresentDefault":"1212121212"'

-- Path, body, and the method if it is not POST.
local operations = {
  create = {settings .. "create", "{" .. user .. "," .. outbound .. "}"},
  update = {settings .. "update", '{"id":"15%017d",' .. user .. "," .. outbound .. "}"},
  query = {settings .. "query", "{" .. user .. "}"},
  delete = {settings .. "delete", "{" .. user .. "}"},
  token = {"/apigovernance/api/oauth/tokenByAkSk", '{"app_key":"demo-app","app_secret":"demo-app-secret-for-local-use-only"}'},
  ["json-server create"] = {"/agentsettings", "{" .. user .. "," .. outbound .. "}"},
  ["json-server query"] = {"/agentsettings/10gg%016d", "", "GET"},
}
operations.fixed = operations.create

local first, count, stride, any, usual, rare
local rare_share = 0
taken = 0 -- global, because done reads it from the thread

local function next_user()
  if any then
    return first + math.random(0, count - 1)
  end
  local number = first + taken * stride % count
  taken = taken + 1
  return number
end

local the_thread

function setup(thread)
  the_thread = thread
end

local function template(name, token)
  local operation = operations[name]
  return (operation[3] or "POST") .. " " .. operation[1] .. " HTTP/1.1\r\nHost: " .. wrk.host .. "\r\nX-APP-Key: demo-app\r\n"
    .. (token and token ~= "" and "Authorization: Bearer " .. token .. "\r\n" or "")
    .. "Content-Type: application/json\r\nContent-Length: " .. #operation[2]:format(0, 0) .. "\r\n\r\n" .. operation[2]
end

function init(args)
  math.randomseed(tonumber(args[2]))
  first, count, stride = tonumber(args[3]), tonumber(args[4]), tonumber(args[5])
  any = args[7] == "any"
  if args[1] == "mixed" then
    usual, rare, rare_share = template("query"), template("update"), 0.05
  else
    usual = template(args[1], args[8])
  end
  taken = tonumber(args[6]) - (any and 0 or 1) -- before it starts, wrk calls request() once and doesn't send the result
end

function request()
  local number = next_user()
  return (math.random() < rare_share and rare or usual):format(number, number)
end

-- Prints responses, those with status 400 and above, connection errors, microseconds, p50, p99 and p99.9 in microseconds, users taken.
function done(summary, latency)
  local errors = summary.errors
  io.write(("RESULT %d %d %d %d %d %d %d %d\n"):format(
    summary.requests, errors.status, errors.connect + errors.read + errors.write + errors.timeout, summary.duration,
    latency:percentile(50), latency:percentile(99), latency:percentile(99.9), the_thread:get("taken")))
end
