-- For wrk: sends the requests of a file in turn, which are separated by zero bytes. Each thread begins at another.
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(arguments)
  local file = assert(io.open(arguments[1], "rb"))
  local requests = {}
  for text in file:read("*a"):gmatch("[^%z]+") do
    requests[#requests + 1] = text
  end
  file:close()
  if #requests == 1 then
    -- Without a function of its own wrk sends the same bytes, and spends no time on it.
    wrk.format = function() return requests[1] end
  else
    local sent = number * math.floor(#requests / 2)
    function request()
      sent = sent % #requests + 1
      return requests[sent]
    end
  end
end
