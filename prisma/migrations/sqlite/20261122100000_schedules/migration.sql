-- What happens by itself at set times, and what only one process may do at a time.

CREATE TABLE "Schedule" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "personId" TEXT NOT NULL,
  "ledgerId" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "cadence" TEXT NOT NULL,
  "payload" TEXT NOT NULL,
  "timeZone" TEXT NOT NULL,
  "nextAt" DATETIME NOT NULL,
  "wakeAt" DATETIME NOT NULL,
  "lastAt" DATETIME,
  "state" TEXT NOT NULL,
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "lastError" TEXT,
  "leaseOwner" TEXT,
  "createdAt" DATETIME NOT NULL,
  "updatedAt" DATETIME NOT NULL
);

CREATE TABLE "RoleLease" (
  "name" TEXT NOT NULL PRIMARY KEY,
  "owner" TEXT NOT NULL,
  "until" DATETIME NOT NULL
);

CREATE INDEX "Schedule_state_wakeAt_idx" ON "Schedule"("state", "wakeAt");
CREATE INDEX "Schedule_leaseOwner_idx" ON "Schedule"("leaseOwner");
CREATE INDEX "Schedule_personId_kind_idx" ON "Schedule"("personId", "kind");
CREATE INDEX "Schedule_ledgerId_kind_idx" ON "Schedule"("ledgerId", "kind");
