"""The whole record, table by table, in the order in which it is written and read in."""

from portal.record.tables.account import ACCOUNT
from portal.record.tables.plan import PLAN
from portal.record.tables.safety import SAFETY
from portal.record.tables.training import TRAINING

TABLES = (*ACCOUNT, *PLAN, *TRAINING, *SAFETY)
BY_NAME = {table.name: table for table in TABLES}
BY_MODEL = {table.model: table for table in TABLES}
