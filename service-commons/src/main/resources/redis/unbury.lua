-- Takes a dead letter away. With a stream, its event goes back there first, for the consumer that gave up on it and for nobody else:
-- others may have applied it so long ago that they do not remember, and would do it again.
-- KEYS: the dead letters, which of them are known, (the stream)
-- ARGV: entry of the dead letter
-- Returns 1, or 0 when it is not there, or says not enough of itself to be given back.
local found = redis.call('XRANGE', KEYS[1], ARGV[1], ARGV[1])[1]
if not found then
    return 0
end
local letter = {}
for i = 1, #found[2], 2 do
    letter[found[2][i]] = found[2][i + 1]
end
local isWhole = letter.event and letter.consumer
if KEYS[3] then
    if not isWhole then
        return 0
    end
    -- the first to write: a Redis that is full refuses here, and nothing has happened
    redis.call('XADD', KEYS[3], '*', 'event', letter.event, 'for', letter.consumer)
end
redis.call('XDEL', KEYS[1], ARGV[1])
if isWhole then
    local name = letter.consumer .. ':' .. redis.sha1hex(letter.event)
    if redis.call('HGET', KEYS[2], name) == ARGV[1] then
        redis.call('HDEL', KEYS[2], name)
    end
end
return 1
