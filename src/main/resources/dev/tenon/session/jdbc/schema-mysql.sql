CREATE TABLE IF NOT EXISTS tenon_session (
    row_id       BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    application  VARCHAR(190) NOT NULL,
    id_hash      BINARY(32) NOT NULL UNIQUE,
    alias        VARCHAR(64) NOT NULL,
    created_at   BIGINT NOT NULL,
    accessed_at  BIGINT NOT NULL,
    max_inactive BIGINT NOT NULL,
    expires_at   BIGINT NOT NULL,
    INDEX tenon_session_expiry (application, expires_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS tenon_session_attribute (
    row_id  BIGINT NOT NULL,
    name    VARBINARY(700) NOT NULL,
    content LONGBLOB,
    PRIMARY KEY (row_id, name),
    FOREIGN KEY (row_id) REFERENCES tenon_session (row_id) ON DELETE CASCADE
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
