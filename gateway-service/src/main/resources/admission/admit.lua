-- Settles one request in one step: whose session it is, and whether its limits let it pass.
-- KEYS: the session that it claims, if any. ARGV: the address that it comes from, then for each limit whom it counts, its name, how
-- much it holds, and the milliseconds that it takes to fill. The keys of the buckets are not among KEYS, because only the session says
-- whose they are.
-- Returns {outcome, name of the limit that speaks, how much it holds, tokens left, ms until full, ms until the next token}, and when the
-- session lives also {user, token, epoch second at which that ends}.
-- Outcome: 1 took a token from each bucket, 0 took none because one is empty, -1 could not count, because Redis takes no writes.

local session, user = {}, nil
if KEYS[1] then
  session = redis.call('HMGET', KEYS[1], 'user', 'token', 'tokenExpires', 'idle', 'sid')
  user = session[1] and session[5] and session[1]
end

if user then
  -- prolonged once in a while, not with each of a hundred requests in a minute
  local idle = tonumber(session[4]) or 0
  local step = math.min(60, math.max(1, math.floor(idle / 10)))
  if idle > 0 and redis.call('TTL', KEYS[1]) <= idle - step then
    redis.pcall('EXPIRE', KEYS[1], idle)
  end
end

-- A bucket is one number: the millisecond in which it is full again; then Redis forgets it. The clock is that of Redis, so that all
-- gateways count by the same.
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
-- a number of this size is kept to a quarter of a microsecond: so little must not cost a whole token
local HAIR = 0.001

local buckets, speaking, outcome = {}, nil, 1
for i = 2, #ARGV, 4 do
  local counts, name = ARGV[i], ARGV[i + 1]
  local who = ARGV[1]
  if counts == 'person' then
    who = user
  elseif counts == 'stranger' and user then
    who = nil
  end
  if who then
    local burst, refill = tonumber(ARGV[i + 2]), tonumber(ARGV[i + 3])
    local key = 'rate:' .. name .. ':' .. who
    -- pcall, because what is no number counts as full
    local full = math.max(now, tonumber(redis.pcall('GET', key)) or now)
    local level = burst - (full - now) * burst / refill
    local bucket = {key = key, name = name, burst = burst, token = refill / burst, full = full, level = level}
    buckets[#buckets + 1] = bucket
    if level + HAIR < 1 then
      outcome = 0
    end
    -- the one that holds up a refused request longest speaks, or the one with the least left
    bucket.wait = (1 - level) * bucket.token
    if not speaking or bucket.wait > speaking.wait then
      speaking = bucket
    end
  end
end

if outcome == 1 then
  -- Not worth a line in Redis's journal: who loses its memory may as well lose these counts.
  redis.set_repl(redis.REPL_NONE)
  for _, bucket in ipairs(buckets) do
    bucket.full = bucket.full + bucket.token
    bucket.level = bucket.level - 1
    local life = math.max(1, math.ceil(bucket.full - now))
    local written = redis.pcall('SET', bucket.key, string.format('%.3f', bucket.full), 'PX', life)
    if written.err then
      outcome = -1
    end
  end
end

return {
  outcome,
  speaking.name,
  speaking.burst,
  math.floor(speaking.level + HAIR),
  math.ceil(speaking.full - now),
  math.max(0, math.ceil((1 - speaking.level) * speaking.token)),
  user,
  session[2],
  session[3]
}
