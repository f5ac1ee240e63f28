import type { TemplateId } from '../id.ts';
import type { Template } from './template.ts';

function idOf(last: number): TemplateId {
  // The same in every journal, so that one that was taken away is known by it.
  return `01900000-0000-7000-8000-ffff0000000${last}` as TemplateId;
}

/** The templates with which a journal begins. They can be changed and taken away like the user's own. */
export const BUILT_IN_TEMPLATES: readonly Template[] = [
  {
    id: idOf(1),
    name: 'First meeting',
    notes: `## How we met

## What they do, in their words

## What matters to them

## What they asked me

`,
    opens: 'tone',
    channel: null,
    minutes: 45,
    followUp: 'in 1 week',
  },
  {
    id: idOf(2),
    name: 'Discovery',
    notes: `## What they want to be different

## What they tried

## What it costs to leave it as it is

## Who decides, and how

## What has to be true by when

`,
    opens: 'listening',
    channel: 'video',
    minutes: 60,
    followUp: 'in 1 week',
  },
  {
    id: idOf(3),
    name: 'Check-in',
    notes: `## How they are

## What changed since last time

## What is in the way

`,
    opens: 'tone',
    channel: 'phone',
    minutes: 20,
    followUp: 'in 4 weeks',
  },
  {
    id: idOf(4),
    name: 'Project review',
    notes: `## What was to happen

## What happened

## What they were glad of, what not

## What is next, and whose it is

`,
    opens: 'tone',
    channel: 'video',
    minutes: 60,
    followUp: 'in 2 weeks',
  },
  {
    id: idOf(5),
    name: 'Difficult conversation',
    notes: `## What happened, without judging

## How it is for them

## How it is for me

## What was asked for

## What was agreed

`,
    opens: 'body',
    channel: 'in_person',
    minutes: 45,
    followUp: 'in 3 days',
  },
];
