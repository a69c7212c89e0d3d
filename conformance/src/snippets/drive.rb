require_relative "snippet"

File.foreach(ARGV[0], chomp: true, encoding: "UTF-8") do |line|
  body, secret, id, timestamp, signature = line.split("\t", -1)
  puts id.empty? ? flagsmith(body, signature, secret) : standard(body, id, timestamp, signature, secret)
end
