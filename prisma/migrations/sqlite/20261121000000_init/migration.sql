CREATE TABLE "Person" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "currency" TEXT,
  "timezone" TEXT,
  "language" TEXT,
  "firstDayOfWeek" INTEGER,
  "createdAt" DATETIME NOT NULL
);

CREATE TABLE "Identity" (
  "platform" TEXT NOT NULL,
  "externalId" TEXT NOT NULL,
  "personId" TEXT NOT NULL,
  "createdAt" DATETIME NOT NULL,
  PRIMARY KEY ("platform", "externalId")
);

CREATE TABLE "Ledger" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "createdAt" DATETIME NOT NULL
);

CREATE TABLE "Member" (
  "ledgerId" TEXT NOT NULL,
  "personId" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "createdAt" DATETIME NOT NULL,
  PRIMARY KEY ("ledgerId", "personId")
);

CREATE TABLE "Category" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "ledgerId" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "nameKey" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "createdAt" DATETIME NOT NULL
);

CREATE TABLE "Entry" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "ledgerId" TEXT NOT NULL,
  "personId" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "amountMinor" BIGINT NOT NULL,
  "currency" TEXT NOT NULL,
  "categoryId" TEXT NOT NULL,
  "merchant" TEXT,
  "note" TEXT,
  "merchantKey" TEXT,
  "searchText" TEXT NOT NULL,
  "day" TEXT NOT NULL,
  "turnId" TEXT,
  "createdAt" DATETIME NOT NULL,
  "updatedAt" DATETIME NOT NULL,
  "deletedAt" DATETIME
);

CREATE TABLE "Budget" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "ledgerId" TEXT NOT NULL,
  "scope" TEXT NOT NULL,
  "amountMinor" BIGINT NOT NULL,
  "currency" TEXT NOT NULL,
  "period" TEXT NOT NULL,
  "createdAt" DATETIME NOT NULL,
  "updatedAt" DATETIME NOT NULL
);

CREATE TABLE "MerchantCategory" (
  "ledgerId" TEXT NOT NULL,
  "merchantKey" TEXT NOT NULL,
  "categoryId" TEXT NOT NULL,
  "updatedAt" DATETIME NOT NULL,
  PRIMARY KEY ("ledgerId", "merchantKey")
);

CREATE TABLE "Turn" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "key" TEXT NOT NULL,
  "conversation" TEXT NOT NULL,
  "platform" TEXT NOT NULL,
  "personId" TEXT,
  "kind" TEXT NOT NULL,
  "message" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "receivedAt" DATETIME NOT NULL,
  "leaseOwner" TEXT,
  "leaseUntil" DATETIME,
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "reply" TEXT,
  "doneAt" DATETIME
);

CREATE TABLE "Step" (
  "turnId" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "content" TEXT NOT NULL,
  "createdAt" DATETIME NOT NULL,
  PRIMARY KEY ("turnId", "position")
);

CREATE TABLE "Outbox" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "conversation" TEXT NOT NULL,
  "turnId" TEXT,
  "reply" TEXT,
  "state" TEXT NOT NULL,
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "nextAttemptAt" DATETIME NOT NULL,
  "lastError" TEXT,
  "createdAt" DATETIME NOT NULL,
  "sentAt" DATETIME
);

CREATE TABLE "Proposal" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "ledgerId" TEXT NOT NULL,
  "personId" TEXT NOT NULL,
  "conversation" TEXT NOT NULL,
  "turnId" TEXT NOT NULL,
  "tool" TEXT NOT NULL,
  "args" TEXT NOT NULL,
  "fingerprint" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "expiresAt" DATETIME NOT NULL,
  "createdAt" DATETIME NOT NULL
);

CREATE TABLE "Change" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "ledgerId" TEXT NOT NULL,
  "personId" TEXT NOT NULL,
  "turnId" TEXT,
  "operationId" TEXT NOT NULL,
  "entity" TEXT NOT NULL,
  "entityId" TEXT NOT NULL,
  "before" TEXT,
  "after" TEXT,
  "createdAt" DATETIME NOT NULL,
  "undoneAt" DATETIME
);

CREATE TABLE "ModelUsage" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "personId" TEXT NOT NULL,
  "turnId" TEXT NOT NULL,
  "model" TEXT NOT NULL,
  "inputTokens" INTEGER NOT NULL,
  "cachedInputTokens" INTEGER NOT NULL,
  "outputTokens" INTEGER NOT NULL,
  "milliseconds" INTEGER NOT NULL,
  "costMicros" BIGINT,
  "createdAt" DATETIME NOT NULL
);

CREATE INDEX "Identity_personId_idx" ON "Identity"("personId");
CREATE INDEX "Member_personId_idx" ON "Member"("personId");
CREATE UNIQUE INDEX "Category_ledgerId_nameKey_key" ON "Category"("ledgerId", "nameKey");
CREATE INDEX "Entry_ledgerId_day_idx" ON "Entry"("ledgerId", "day");
CREATE INDEX "Entry_ledgerId_categoryId_day_idx" ON "Entry"("ledgerId", "categoryId", "day");
CREATE INDEX "Entry_ledgerId_merchantKey_idx" ON "Entry"("ledgerId", "merchantKey");
CREATE INDEX "Entry_turnId_idx" ON "Entry"("turnId");
CREATE UNIQUE INDEX "Budget_ledgerId_scope_period_key" ON "Budget"("ledgerId", "scope", "period");
CREATE UNIQUE INDEX "Turn_key_key" ON "Turn"("key");
CREATE INDEX "Turn_conversation_state_idx" ON "Turn"("conversation", "state");
CREATE INDEX "Turn_conversation_id_idx" ON "Turn"("conversation", "id");
CREATE INDEX "Turn_state_leaseUntil_idx" ON "Turn"("state", "leaseUntil");
CREATE INDEX "Outbox_state_nextAttemptAt_idx" ON "Outbox"("state", "nextAttemptAt");
CREATE INDEX "Outbox_conversation_state_idx" ON "Outbox"("conversation", "state");
CREATE INDEX "Outbox_turnId_idx" ON "Outbox"("turnId");
CREATE INDEX "Proposal_conversation_state_idx" ON "Proposal"("conversation", "state");
CREATE INDEX "Change_ledgerId_personId_id_idx" ON "Change"("ledgerId", "personId", "id");
CREATE INDEX "Change_operationId_idx" ON "Change"("operationId");
CREATE INDEX "Change_turnId_idx" ON "Change"("turnId");
CREATE INDEX "ModelUsage_personId_createdAt_idx" ON "ModelUsage"("personId", "createdAt");
