package dev.flagledger.installation.transfer;

import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The exports of the last 14 days. Older ones are not returned, even if they are still stored. */
@Component
public class Exports {

    private final JdbcClient jdbc;
    private final Clock clock;

    public Exports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Stores an export, whose id must be new. */
    public void store(KnownExport made, byte[] document) {
        jdbc.sql("""
                        insert into installation.feature_export (id, environment_id, name, created_at, document)
                        values (:id, :environmentId, :name, :createdAt, :document)""")
                .param("id", made.id())
                .param("environmentId", made.environmentId())
                .param("name", made.name())
                .param("createdAt", TransferExpiry.at(made.createdAt()))
                .param("document", document)
                .update();
    }

    /** Returns a page of the exports of these environments, newest first. */
    public Page<KnownExport> page(Collection<Integer> environments, PageRequest request) {
        long count = count(environments);
        long before = (request.number(count) - 1L) * request.size();
        var exports = jdbc.sql("""
                        select feature_export.id, feature_export.environment_id, feature_export.name,
                               feature_export.created_at
                        from installation.feature_export
                        where feature_export.environment_id = any(:environments)
                          and feature_export.created_at >= :begin
                        order by feature_export.id desc limit :size offset :before""")
                .param("environments", environments.toArray(Integer[]::new))
                .param("begin", begin())
                .param("size", request.size())
                .param("before", before)
                .query((row, _) -> known(row))
                .list();
        return request.page(exports, count);
    }

    /** Returns the export with this id. */
    public Optional<KnownExport> find(int id) {
        return jdbc.sql("""
                        select feature_export.id, feature_export.environment_id, feature_export.name,
                               feature_export.created_at
                        from installation.feature_export
                        where feature_export.id = :id and feature_export.created_at >= :begin""")
                .param("id", id)
                .param("begin", begin())
                .query((row, _) -> known(row))
                .optional();
    }

    /** Returns the document of an export, unchanged since its creation; empty if there is no such export. */
    public Optional<byte[]> document(int id) {
        return jdbc.sql("""
                        select feature_export.document from installation.feature_export
                        where feature_export.id = :id and feature_export.created_at >= :begin""")
                .param("id", id)
                .param("begin", begin())
                .query((row, _) -> row.getBytes("document"))
                .optional();
    }

    private OffsetDateTime begin() {
        return TransferExpiry.since(clock.instant());
    }

    private long count(Collection<Integer> environments) {
        return jdbc.sql("""
                        select count(*) from installation.feature_export
                        where feature_export.environment_id = any(:environments)
                          and feature_export.created_at >= :begin""")
                .param("environments", environments.toArray(Integer[]::new))
                .param("begin", begin())
                .query(Long.class)
                .single();
    }

    private static KnownExport known(ResultSet row) throws SQLException {
        return new KnownExport(
                row.getInt("id"),
                row.getInt("environment_id"),
                row.getString("name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
