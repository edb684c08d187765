-- Ends the sessions of a person and answers their public ids.
-- KEYS: the sessions of the person
-- ARGV: the way that they were opened, '' for all
local ended = {}
for _, session in ipairs(redis.call('smembers', KEYS[1])) do
    local id = redis.call('hget', session, 'sid')
    if id and (ARGV[1] == '' or redis.call('hget', session, 'way') == ARGV[1]) then
        redis.call('del', session)
        table.insert(ended, id)
        redis.call('srem', KEYS[1], session)
    elseif not id then
        redis.call('srem', KEYS[1], session)
    end
end
return ended
