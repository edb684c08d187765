-- Takes the tokens from all sessions of a person, so that each next request asks for a new one.
-- KEYS: the sessions of the person, the newest state of the person that must count
-- ARGV: that state, seconds that it is remembered, permissions
for _, session in ipairs(redis.call('smembers', KEYS[1])) do
    if redis.call('exists', session) == 1 then
        redis.call('hdel', session, 'token', 'tokenExpires')
        redis.call('hset', session, 'permissions', ARGV[3])
    else
        redis.call('srem', KEYS[1], session)
    end
end
redis.call('set', KEYS[2], ARGV[1], 'ex', ARGV[2])
return 1
