CREATE TABLE IF NOT EXISTS tenon_session (
    row_id       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    application  VARCHAR(190) NOT NULL,
    id_hash      BINARY(32) NOT NULL UNIQUE,
    alias        VARCHAR(64) NOT NULL,
    created_at   BIGINT NOT NULL,
    accessed_at  BIGINT NOT NULL,
    max_inactive BIGINT NOT NULL,
    expires_at   BIGINT NOT NULL
);

CREATE INDEX IF NOT EXISTS tenon_session_expiry ON tenon_session (application, expires_at);

CREATE TABLE IF NOT EXISTS tenon_session_attribute (
    row_id  BIGINT NOT NULL,
    name    VARBINARY(700) NOT NULL,
    content BLOB,
    PRIMARY KEY (row_id, name),
    FOREIGN KEY (row_id) REFERENCES tenon_session (row_id) ON DELETE CASCADE
);
