package dev.flagledger.query.usage;

import dev.flagledger.ledger.retention.Pruning;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the retention of old counts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UsageRetention.class)
class UsageConfiguration {

    /** Calls are summed up before they are deleted, since the API reports an organisation's total. */
    @Bean
    Pruning oldCalls(UsageRetention retention) {
        return new Pruning("counts of calls", retention.usage(), """
                with over as (
                    delete from query.api_call where api_call.ctid = any (array(
                        select old.ctid from query.api_call old where old.day < cast(:before as timestamptz)::date limit :most))
                    returning api_call.organisation_id, api_call.calls),
                summed as (
                    insert into query.api_call_before (organisation_id, calls)
                    select over.organisation_id, sum(over.calls) from over group by over.organisation_id
                    on conflict (organisation_id) do update set calls = api_call_before.calls + excluded.calls)
                select count(*) from over""");
    }

    @Bean
    Pruning oldEvaluations(UsageRetention retention) {
        return new Pruning("counts of evaluations", retention.usage(), """
                with over as (
                    delete from query.feature_evaluation where feature_evaluation.ctid = any (array(
                        select old.ctid from query.feature_evaluation old
                        where old.day < cast(:before as timestamptz)::date limit :most))
                    returning feature_evaluation.day)
                select count(*) from over""");
    }
}
