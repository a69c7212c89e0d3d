package dev.flagledger.access.social;

import dev.flagledger.access.outbound.http.OutboundHttp;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The logins with Google and GitHub. Their addresses are the operator's choice, so that they may be internal. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({GoogleSettings.class, GithubSettings.class})
class SocialConfiguration {

    @Bean
    GoogleLogin googleLogin(GoogleSettings settings) {
        return new GoogleLogin(new JsonHttp(OutboundHttp.anywhere()), settings);
    }

    @Bean
    GithubLogin githubLogin(GithubSettings settings) {
        return new GithubLogin(new JsonHttp(OutboundHttp.anywhere()), settings);
    }
}
