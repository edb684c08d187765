-- Puts an event aside that its consumer has given up on, and has it done with it: both, or neither. An event that comes again (a relay
-- repeats what it may not have said, a Redis that lost its end is filled again) makes no second dead letter of the same consumer.
-- KEYS: stream, its dead letters, which of them are known (consumer ':' hash of the event → entry)
-- ARGV: consumer, entry, event, attempts, error
-- Returns 1 when there is a new dead letter, 0 when there was one.
local name = ARGV[1] .. ':' .. redis.sha1hex(ARGV[3])
local known = redis.call('HGET', KEYS[3], name)
local isNew = 0
-- somebody may have deleted the entry by hand
if not known or #redis.call('XRANGE', KEYS[2], known, known) == 0 then
    local letter = redis.call('XADD', KEYS[2], '*',
        'event', ARGV[3], 'entry', ARGV[2], 'consumer', ARGV[1], 'attempts', ARGV[4], 'error', ARGV[5])
    redis.call('HSET', KEYS[3], name, letter)
    isNew = 1
end
redis.call('XACK', KEYS[1], ARGV[1], ARGV[2])
return isNew
