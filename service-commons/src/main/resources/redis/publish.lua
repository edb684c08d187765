-- Adds events to a stream, all or none, unless their relay has been replaced or the stream has lost what was in it.
-- KEYS: stream, fence (the newest relay's epoch), origin (a name that dies with the stream's data), last (the entry that was added last;
-- others add too: a dead letter that is given back to the stream must not hide that what came before it was lost)
-- ARGV: epoch, origin, last entry that must be there (milliseconds, sequence), and for each event its one recipient
-- ('' when it is for all) and its envelope
-- Returns FENCED and the newest epoch; LOST and the last entry that is there; or ADDED and an id for each event.
local fence = redis.call('GET', KEYS[2])
if fence and tonumber(fence) > tonumber(ARGV[1]) then
    return { 'FENCED', fence }
end
-- Without an end: a Redis that is full throws away what has one, and a former relay would be let in. A restored, older Postgres has its
-- relay surpass it.
redis.call('SET', KEYS[2], ARGV[1])

local last = '0-0'
if redis.call('EXISTS', KEYS[1]) == 1 then
    local info = redis.call('XINFO', 'STREAM', KEYS[1])
    for i = 1, #info, 2 do
        if info[i] == 'last-generated-id' then
            last = info[i + 1]
        end
    end
end

local function parts(id)
    local ms, seq = string.match(id, '(%d+)-(%d+)')
    return tonumber(ms), tonumber(seq)
end

local function isBefore(a, b)
    local a_ms, a_seq = parts(a)
    local b_ms, b_seq = parts(b)
    return a_ms < b_ms or (a_ms == b_ms and a_seq < b_seq)
end

local own = redis.call('GET', KEYS[4])
if own and isBefore(own, last) then
    last = own
end

if redis.call('GET', KEYS[3]) ~= ARGV[2] then
    if ARGV[3] ~= '0' then
        return { 'LOST', '0-0' }
    end
    redis.call('SET', KEYS[3], ARGV[2])
end
if isBefore(last, ARGV[3] .. '-' .. ARGV[4]) then
    return { 'LOST', last }
end

local added = { 'ADDED' }
for i = 5, #ARGV, 2 do
    if ARGV[i] == '' then
        added[#added + 1] = redis.call('XADD', KEYS[1], '*', 'event', ARGV[i + 1])
    else
        added[#added + 1] = redis.call('XADD', KEYS[1], '*', 'event', ARGV[i + 1], 'for', ARGV[i])
    end
end
if #added > 1 then
    redis.call('SET', KEYS[4], added[#added])
end
return added
