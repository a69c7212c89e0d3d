package dev.flagledger.webhook.log;

import dev.flagledger.contract.view.webhook.ReceiverView;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the states of receivers. */
@Component
class ReceiverLog {

    private final JdbcClient jdbc;

    ReceiverLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The state of a webhook's receiver. */
    ReceiverView of(int webhookId) {
        return jdbc.sql("""
                        select circuit.open_since, circuit.not_before,
                            case when not endpoint.enabled then circuit.gone_since end as gone_since, coalesce(circuit.failures, 0) as failures,
                            coalesce(queued.sequence, 0) as sequence
                        from (values (:webhookId)) as webhook (id)
                        left join webhook.webhook_endpoint endpoint on endpoint.id = webhook.id
                        left join webhook.webhook_circuit circuit on circuit.webhook_id = webhook.id
                        left join webhook.webhook_queued queued on queued.webhook_id = webhook.id""")
                .param("webhookId", webhookId)
                .query((row, _) -> view(row))
                .single();
    }

    private static ReceiverView view(ResultSet row) throws SQLException {
        var pausedSince = DeliveryRow.timeOrNull(row, "open_since");
        var goneSince = DeliveryRow.timeOrNull(row, "gone_since");
        var status = pausedSince == null ? "active" : "paused";
        return new ReceiverView(
                goneSince == null ? status : "gone",
                pausedSince,
                goneSince,
                DeliveryRow.timeOrNull(row, "not_before"),
                row.getInt("failures"),
                row.getLong("sequence"));
    }
}
