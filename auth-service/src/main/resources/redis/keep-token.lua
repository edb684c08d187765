-- Keeps a token beside its session.
-- KEYS: the session, the sessions of its person, the newest state of the person that must count
-- ARGV: the state that the token says ('' when it is known to be the newest), seconds that the list of sessions lives, token, its end,
--       permissions
-- Answers 0 when the session has ended: it must not come back to life, not even as a key without an owner. 2 when the person has changed
-- since the token's state was read.
if redis.call('exists', KEYS[1]) == 0 then return 0 end
local newest = redis.call('get', KEYS[3])
if ARGV[1] ~= '' and newest and tonumber(newest) > tonumber(ARGV[1]) then return 2 end
redis.call('hset', KEYS[1], 'token', ARGV[3], 'tokenExpires', ARGV[4], 'permissions', ARGV[5])
redis.call('sadd', KEYS[2], KEYS[1])
redis.call('expire', KEYS[2], ARGV[2])
return 1
