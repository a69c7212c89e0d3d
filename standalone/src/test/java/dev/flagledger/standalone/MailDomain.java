package dev.flagledger.standalone;

import dev.flagledger.testing.TestDns;
import java.util.Map;

/** A mail domain of an organisation. */
record MailDomain(String path, String record) {

    /** Adds a domain, which is not proven yet. */
    static MailDomain added(Api admin, int organisation, String name) {
        var domains = "organisations/" + organisation + "/domains/";
        var added = admin.post(domains, Map.of("name", name)).ok();
        return new MailDomain(
                domains + added.get("id").asInt() + "/", added.get("record").asString());
    }

    /** Adds a domain and proves it. */
    static MailDomain proven(Api admin, int organisation, String name) {
        var domain = added(admin, organisation, name);
        TestDns.shared().publish(name, domain.record());
        domain.verify(admin).ok();
        return domain;
    }

    Api.Answer verify(Api admin) {
        return admin.post(path + "verify/", Map.of());
    }
}
