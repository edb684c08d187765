-- Takes one token from each bucket, or from none when one of them is empty.
-- KEYS: a hash per bucket {level, at}; ARGV: for each bucket how much it holds and the milliseconds that it takes to fill.
-- Returns {allowed, speaking bucket, tokens left, ms until full, ms until the next token}. The clock is Redis's own, so that all
-- gateways count by the same.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local levels, allowed, speaking, least = {}, 1, 1, nil

for i, key in ipairs(KEYS) do
  local burst, refill = tonumber(ARGV[2 * i - 1]), tonumber(ARGV[2 * i])
  local kept = redis.call('HMGET', key, 'level', 'at')
  local level, at = tonumber(kept[1]) or burst, tonumber(kept[2]) or now
  level = math.min(burst, level + math.max(0, now - at) * burst / refill)
  levels[i] = level
  if level < 1 then
    allowed = 0
  end
  -- the one that holds up a refused request longest speaks, or the one with the least left
  local wait = (1 - level) * refill / burst
  if least == nil or wait > least then
    least, speaking = wait, i
  end
end

for i, key in ipairs(KEYS) do
  local refill = tonumber(ARGV[2 * i])
  levels[i] = levels[i] - allowed
  redis.call('HSET', key, 'level', string.format('%.6f', levels[i]), 'at', now)
  redis.call('PEXPIRE', key, refill + 1000)
end

local burst, refill = tonumber(ARGV[2 * speaking - 1]), tonumber(ARGV[2 * speaking])
local level = levels[speaking]
return {
  allowed,
  speaking,
  math.floor(level),
  math.ceil((burst - level) * refill / burst),
  math.max(0, math.ceil((1 - level) * refill / burst))
}
