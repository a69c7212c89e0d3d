package dev.flagledger.query.flags;

import dev.flagledger.engine.state.Installation;
import dev.flagledger.platform.fold.LiveFold;
import dev.flagledger.platform.http.Positions;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts the servlet at its address, in both spellings. */
@Configuration(proxyBeanMethods = false)
class FlagsConfiguration {

    @Bean
    ServletRegistrationBean<FlagsServlet> flags(
            LiveFold<Installation> fold,
            EnvironmentKeys keys,
            PreparedFlags prepared,
            Positions positions,
            JsonMapper json) {
        var servlet = new FlagsServlet(fold, keys, prepared, positions, json);
        return new ServletRegistrationBean<>(servlet, "/api/v1/flags/", "/api/v1/flags");
    }
}
