-- Counts one more within a window that begins with the first.
-- KEYS: the counter   ARGV: seconds of the window
local count = redis.call('incr', KEYS[1])
if count == 1 then redis.call('expire', KEYS[1], ARGV[1]) end
return {count, redis.call('ttl', KEYS[1])}
