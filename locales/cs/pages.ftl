# What the pages say. One key, one meaning; the same keys in every language.

## Around every page

## Tiers, states, stages, tracks

## Slots

## Home

## City

## Partnership

## Booking form

## Booking

## Signing in

## Console

## What is wrong with a field of the console, by its code

## Letters of the demo

## API

## Problems

## Said once after something was done

## Small words

## What is wrong with a field, by its code

## Booking

# Heading over partnerships that wait for an answer.

# Letters that could not be sent, for admins.

# Calendars that people subscribe to.
