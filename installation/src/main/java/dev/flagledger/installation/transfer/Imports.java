package dev.flagledger.installation.transfer;

import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The imports of the last 14 days. Each project has at most one in progress; it counts as failed after ten minutes, in
 * case its node has died.
 */
@Component
public class Imports {

    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    public Imports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Stores a new import as in progress; returns false without storing it if the project has another one in progress.
     */
    public boolean begin(KnownImport begun) {
        jdbc.sql("""
                        update installation.feature_import set status = 'FAILED'
                        where feature_import.project_id = :projectId and feature_import.status = 'PROCESSING'
                          and feature_import.created_at < :stuck""")
                .param("projectId", begun.projectId())
                .param("stuck", stuck())
                .update();
        return jdbc.sql("""
                        insert into installation.feature_import (id, project_id, environment_id, strategy, status, created_at)
                        values (:id, :projectId, :environmentId, :strategy, 'PROCESSING', :createdAt)
                        on conflict (project_id) where status = 'PROCESSING' do nothing""")
                        .param("id", begun.id())
                        .param("projectId", begun.projectId())
                        .param("environmentId", begun.environmentId())
                        .param("strategy", begun.strategy())
                        .param("createdAt", TransferExpiry.at(begun.createdAt()))
                        .update()
                == 1;
    }

    /** Records the result of an import, even if it had already counted as failed. */
    public void end(int id, TransferStatus status) {
        jdbc.sql("update installation.feature_import set status = :status where feature_import.id = :id")
                .param("status", status.name())
                .param("id", id)
                .update();
    }

    /** Returns a page of the imports of these environments, newest first. */
    public Page<KnownImport> page(Collection<Integer> environments, PageRequest request) {
        long count = count(environments);
        long before = (request.number(count) - 1L) * request.size();
        var imports = jdbc.sql("""
                        select feature_import.id, feature_import.project_id, feature_import.environment_id,
                               feature_import.strategy, feature_import.created_at,
                               case when feature_import.status = 'PROCESSING' and feature_import.created_at < :stuck
                                    then 'FAILED' else feature_import.status end as status
                        from installation.feature_import
                        where feature_import.environment_id = any(:environments)
                          and feature_import.created_at >= :begin
                        order by feature_import.id desc limit :size offset :before""")
                .param("environments", environments.toArray(Integer[]::new))
                .param("begin", TransferExpiry.since(clock.instant()))
                .param("stuck", stuck())
                .param("size", request.size())
                .param("before", before)
                .query((row, _) -> known(row))
                .list();
        return request.page(imports, count);
    }

    private OffsetDateTime stuck() {
        return TransferExpiry.at(clock.instant().minus(TIMEOUT));
    }

    private long count(Collection<Integer> environments) {
        return jdbc.sql("""
                        select count(*) from installation.feature_import
                        where feature_import.environment_id = any(:environments)
                          and feature_import.created_at >= :begin""")
                .param("environments", environments.toArray(Integer[]::new))
                .param("begin", TransferExpiry.since(clock.instant()))
                .query(Long.class)
                .single();
    }

    private static KnownImport known(ResultSet row) throws SQLException {
        return new KnownImport(
                row.getInt("id"),
                row.getInt("project_id"),
                row.getInt("environment_id"),
                row.getString("strategy"),
                TransferStatus.valueOf(row.getString("status")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
